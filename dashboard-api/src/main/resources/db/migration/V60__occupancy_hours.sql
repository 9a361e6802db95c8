-- Hours of occupancy, summed from the minutes, so that a year is answered at once. An hour is one of the
-- hall's own clock; hours wholly outside working time are left out.
create table occupancy_hour (
    window_id text not null,
    day date not null,
    hour smallint not null check (hour between 0 and 23),
    staffed_seconds double precision not null,
    empty_seconds double precision not null,
    blind_seconds double precision not null,
    person_seconds double precision not null,
    phone_seconds double precision not null,
    primary key (window_id, day, hour)
);
create index occupancy_hour_day on occupancy_hour (day);

-- The same by day.
create table occupancy_day (
    window_id text not null,
    day date not null,
    staffed_seconds double precision not null,
    empty_seconds double precision not null,
    blind_seconds double precision not null,
    person_seconds double precision not null,
    phone_seconds double precision not null,
    primary key (window_id, day)
);
create index occupancy_day_day on occupancy_day (day);

-- The clock by which hours were summed; with another, or none, they are summed anew at the next start.
create table occupancy_hour_clock (
    one boolean primary key default true check (one),
    time_zone text not null
);

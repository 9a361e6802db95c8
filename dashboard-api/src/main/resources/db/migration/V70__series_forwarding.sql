-- Minutes of occupancy that InfluxDB has not got yet; empty where no InfluxDB is used.
create table occupancy_forward (
    window_id text not null,
    minute timestamptz not null,
    primary key (window_id, minute)
);

-- How much of each minute of each camera lies in the footage log.
create table camera_minute (
    camera_id text not null,
    minute timestamptz not null,
    recorded_seconds real not null,
    bytes bigint not null,
    forwarded boolean not null default false,
    primary key (camera_id, minute)
);
create index camera_minute_waiting on camera_minute (minute) where not forwarded;

-- Which InfluxDB was filled last: another one is filled from the beginning.
create table series_target (
    one_row boolean primary key default true check (one_row),
    address text not null
);

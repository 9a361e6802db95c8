-- Who answers for a vacancy, from roster and absences as they were known at worked_out_at.
create table incident_responsibility (
    incident_id text primary key references incident (id),
    cause text not null check (cause in ('NO_COVER', 'LEFT_POST', 'NOT_OPENED', 'LEFT_EARLY')),
    staff_ids text[] not null,
    absence_ids text[] not null,
    worked_out_at timestamptz not null
);

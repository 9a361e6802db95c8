-- What the job saw in each sampled picture, kept for some days: to draw zones over, and to try rules on.
-- Boxes and scores only, no pictures.
create table frame_detections (
    camera_id text not null,
    at timestamptz not null,
    frame text not null,
    primary key (camera_id, at)
);
create index frame_detections_at on frame_detections (at);

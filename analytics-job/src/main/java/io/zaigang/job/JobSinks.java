package io.zaigang.job;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.window.WindowPresence;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the job's results go. Each sink runs once, so that order is kept. */
public record JobSinks(
    Sink<Incident> incidents,
    Sink<OccupancyMinute> occupancy,
    Sink<WindowPresence> presence,
    Sink<FrameDetections> detections) {}

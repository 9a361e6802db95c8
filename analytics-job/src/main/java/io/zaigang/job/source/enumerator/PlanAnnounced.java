package io.zaigang.job.source.enumerator;

import io.zaigang.job.site.PlanVersion;
import org.apache.flink.api.connector.source.SourceEvent;

/** To every reader, before any camera: read by this plan, and let go of cameras not in it. */
public record PlanAnnounced(PlanVersion version) implements SourceEvent {}

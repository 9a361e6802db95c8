package io.zaigang.job.source.enumerator;

import org.apache.flink.api.connector.source.SourceEvent;

/** From a reader: it reads this camera no more. */
public record CameraReleased(String cameraId) implements SourceEvent {}

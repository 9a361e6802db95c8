package io.zaigang.job.sink.dashboard;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/**
 * Pace and limits of delivery.
 *
 * @param retryEvery time between two attempts while the dashboard does not answer
 * @param pauseAfterFailure shortest time between a failure and anything further, so that a sink
 *     whose outbox is full does not spin
 * @param mostWaiting objects that may wait; beyond that the job waits
 */
public record DeliverySettings(Duration retryEvery, Duration pauseAfterFailure, int mostWaiting)
    implements Serializable {

  /** 200,000 minutes of occupancy are two days of 60 windows, some 50 MB. */
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(Duration.ofSeconds(2), Duration.ofMillis(200), 200_000);

  static final int LARGEST_BATCH = 200;
  static final long LARGEST_REQUEST_BYTES = 1 << 20;

  /** How long an object may wait for company. */
  private static final long MOST_MILLIS_IN_BUFFER = 50;

  /** Only a lost answer takes that long; the client gives up long before. */
  private static final long REQUEST_TIMEOUT_MILLIS = 60_000;

  AsyncSinkWriterConfiguration forFlink() {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(LARGEST_BATCH)
        .setMaxBatchSizeInBytes(LARGEST_REQUEST_BYTES)
        .setMaxInFlightRequests(1)
        .setMaxBufferedRequests(Integer.MAX_VALUE)
        .setMaxTimeInBufferMS(MOST_MILLIS_IN_BUFFER)
        .setMaxRecordSizeInBytes(LARGEST_REQUEST_BYTES)
        .setRequestTimeoutMS(REQUEST_TIMEOUT_MILLIS)
        .setRateLimitingStrategy(new OneAtATime(LARGEST_BATCH))
        .build();
  }
}

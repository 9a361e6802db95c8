package io.zaigang.job.sink.dashboard;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/** One request under way: so nothing overtakes, an incident's end never its beginning. */
final class OneAtATime implements RateLimitingStrategy {

  private final int batchSize;
  private boolean underWay;

  OneAtATime(int batchSize) {
    this.batchSize = batchSize;
  }

  @Override
  public void registerInFlightRequest(RequestInfo request) {
    underWay = true;
  }

  @Override
  public void registerCompletedRequest(ResultInfo result) {
    underWay = false;
  }

  @Override
  public boolean shouldBlock(RequestInfo request) {
    return underWay;
  }

  @Override
  public int getMaxBatchSize() {
    return batchSize;
  }
}

package io.zaigang.job.sink.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the {@link Outbox}, one request after the other, again and again until it is
 * taken.
 *
 * <p>After a refusal it tries anew every {@link DeliverySettings#retryEvery}. Only when more waits
 * than {@link DeliverySettings#mostWaiting} does it stop taking input; then the job reads no
 * further for a while, and as footage is on disk, nothing is lost.
 */
final class DashboardWriter<T> extends AsyncSinkWriter<T, Delivery> {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardWriter.class);

  private final String what;
  private final DashboardClient client;
  private final DeliverySettings settings;
  private final Outbox outbox;
  private final ProcessingTimeService clock;
  private final Counter refused;
  private final Counter retries;
  private volatile boolean troubled;

  DashboardWriter(
      String what,
      DashboardClient client,
      DeliverySettings settings,
      ElementConverter<T, Delivery> converter,
      WriterInitContext context,
      Collection<BufferedRequestState<Delivery>> restored,
      Outbox outbox) {
    super(
        converter,
        context,
        settings.forFlink(),
        restored,
        new SimpleBatchCreator<>(DeliverySettings.LARGEST_REQUEST_BYTES),
        outbox);
    this.what = what;
    this.client = client;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = context.getProcessingTimeService();
    this.refused = context.metricGroup().counter("refusedByDashboard");
    this.retries = context.metricGroup().counter("retriesToDashboard");
    context.metricGroup().gauge("waitingForDashboard", outbox::waiting);
    scheduleRetry();
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    while (outbox.waiting() >= settings.mostWaiting()) {
      deliver();
    }
    super.write(element, context);
  }

  /** At the end of the input, waits until everything is taken. */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    super.flush(false);
    while (endOfInput && outbox.waiting() > 0) {
      deliver();
    }
  }

  @Override
  protected void submitRequestEntries(List<Delivery> batch, ResultHandler<Delivery> resultHandler) {
    Deque<List<Delivery>> parts = new ArrayDeque<>(List.of(batch));
    send(parts, resultHandler);
  }

  /** Sends the parts of a batch in order; one refused is cut in two until the culprit is alone. */
  private void send(Deque<List<Delivery>> parts, ResultHandler<Delivery> resultHandler) {
    List<Delivery> part = parts.pop();
    client
        .post(part)
        .whenComplete(
            (outcome, failure) -> {
              if (outcome instanceof Outcome.Later later) {
                parts.push(part);
                comeBackLater(later, all(parts), resultHandler);
                return;
              }
              if (outcome instanceof Outcome.Refused no) {
                divide(part, no, parts);
              } else if (failure != null) {
                resultHandler.completeExceptionally(new IOException(what, failure));
                return;
              } else {
                recovered();
              }
              if (parts.isEmpty()) {
                resultHandler.complete();
              } else {
                send(parts, resultHandler);
              }
            });
  }

  private void divide(List<Delivery> part, Outcome.Refused no, Deque<List<Delivery>> parts) {
    if (part.size() == 1) {
      refused.inc();
      LOG.error(
          "Dashboard refuses {} '{}' for good ({}); dropped: {}",
          what,
          part.get(0).key(),
          no.reason(),
          part.get(0).json());
      return;
    }
    int middle = part.size() / 2;
    parts.push(part.subList(middle, part.size()));
    parts.push(part.subList(0, middle));
  }

  private void comeBackLater(
      Outcome.Later later, List<Delivery> left, ResultHandler<Delivery> resultHandler) {
    retries.inc();
    if (!troubled) {
      troubled = true;
      LOG.warn(
          "Dashboard does not take {} ({}); keeping it, trying every {} s",
          what,
          later.reason(),
          settings.retryEvery().toSeconds());
    }
    Executor afterAMoment =
        CompletableFuture.delayedExecutor(
            settings.pauseAfterFailure().toMillis(), TimeUnit.MILLISECONDS);
    afterAMoment.execute(() -> resultHandler.retryForEntries(left));
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      LOG.info("Dashboard takes {} again", what);
    }
  }

  private static List<Delivery> all(Deque<List<Delivery>> parts) {
    List<Delivery> left = new ArrayList<>();
    parts.forEach(left::addAll);
    return left;
  }

  private void scheduleRetry() {
    clock.registerTimer(
        clock.getCurrentProcessingTime() + settings.retryEvery().toMillis(),
        now -> {
          if (outbox.resting()) {
            deliver();
          }
          scheduleRetry();
        });
  }

  /** Sends until all is taken or something comes back. */
  private void deliver() throws InterruptedException {
    outbox.resume();
    super.flush(true);
  }

  static long sizeOf(Delivery delivery) {
    return delivery.json().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  protected long getSizeInBytes(Delivery delivery) {
    return sizeOf(delivery);
  }
}

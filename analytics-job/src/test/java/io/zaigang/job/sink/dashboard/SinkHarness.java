package io.zaigang.job.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.serial.CodecSerializer;
import io.zaigang.job.serial.OccupancyMinuteCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The sink's operator by itself; its mails and timers run when the test says so. */
final class SinkHarness<T> implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The operator's clock runs so much faster than the wall's. */
  private static final int TIMES_REAL = 10;

  private final OneInputStreamOperatorTestHarness<T, ?> operator;
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private final long started = System.nanoTime();
  private long now;

  @SuppressWarnings({"unchecked", "rawtypes"}) // elements are handed on by reference
  private SinkHarness(DashboardSink<T> sink) throws Exception {
    TaskMetricGroup task =
        new InterceptingTaskMetricGroup() {
          @Override
          public InternalOperatorMetricGroup getOrAddOperator(
              OperatorID id, String name, Map<String, String> variables) {
            return metrics;
          }
        };
    this.operator =
        new OneInputStreamOperatorTestHarness(
            new SinkWriterOperatorFactory<>(sink),
            new CodecSerializer<>(new OccupancyMinuteCodec()),
            new MockEnvironmentBuilder().setMetricGroup(task).build());
  }

  static <T> SinkHarness<T> fresh(DashboardSink<T> sink) throws Exception {
    SinkHarness<T> writer = new SinkHarness<>(sink);
    writer.operator.open();
    return writer;
  }

  static <T> SinkHarness<T> restored(DashboardSink<T> sink, OperatorSubtaskState state)
      throws Exception {
    SinkHarness<T> writer = new SinkHarness<>(sink);
    writer.operator.initializeState(state);
    writer.operator.open();
    return writer;
  }

  void write(T element) throws Exception {
    operator.processElement(element, now);
    runMails();
  }

  /** Lets time pass until something is so. */
  void run(BooleanSupplier until) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!until.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not within " + LIMIT).isLessThan(deadline);
      now = (System.nanoTime() - started) / 1_000_000 * TIMES_REAL;
      operator.setProcessingTime(now);
      runMails();
      Thread.onSpinWait();
    }
    runMails();
  }

  void end() throws Exception {
    operator.endInput();
  }

  OperatorSubtaskState snapshot() throws Exception {
    operator.prepareSnapshotPreBarrier(1);
    return operator.snapshot(1, now);
  }

  long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  private void runMails() throws Exception {
    Optional<Mail> mail = operator.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
    while (mail.isPresent()) {
      mail.get().run();
      mail = operator.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
    }
  }

  @Override
  public void close() throws Exception {
    operator.close();
  }
}

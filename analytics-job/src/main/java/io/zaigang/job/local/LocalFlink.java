package io.zaigang.job.local;

import io.zaigang.job.metrics.PrometheusEndpointFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Flink cluster of one process; what it listens on is reachable from this machine only. */
public final class LocalFlink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalFlink.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String METRICS = "loopback";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  /** For the network buffers between a handful of tasks that exchange small records. */
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);

  /** For RocksDB: states of windows are small. */
  private static final MemorySize MANAGED = MemorySize.ofMebiBytes(128);

  private final MiniCluster cluster;

  private LocalFlink(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /** Starts it with as many slots as a job of this parallelism needs. */
  public static LocalFlink start(int parallelism) throws Exception {
    return start(parallelism, new Configuration());
  }

  /** As {@link #start(int)}, and answers Prometheus on a port of the loopback address. */
  public static LocalFlink startWithMetrics(int parallelism, int port) throws Exception {
    Configuration settings = new Configuration();
    settings.set(MetricOptions.REPORTERS_LIST, METRICS);
    Configuration reporter = MetricOptions.forReporter(settings, METRICS);
    reporter.set(MetricOptions.REPORTER_FACTORY_CLASS, PrometheusEndpointFactory.class.getName());
    reporter.setString("port", Integer.toString(port));
    return start(parallelism, settings);
  }

  private static LocalFlink start(int parallelism, Configuration settings) throws Exception {
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
    // while it catches up, checkpoints must not wait behind megabytes of small records
    settings.set(TaskManagerOptions.BUFFER_DEBLOAT_ENABLED, true);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .build());
    cluster.start();
    return new LocalFlink(cluster);
  }

  /** Starts the job that was added to the environment. */
  public RunningJob submit(StreamExecutionEnvironment environment) throws Exception {
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    cluster.submitJob(graph).get();
    return new RunningJob(cluster, graph.getJobID());
  }

  @Override
  public void close() {
    try {
      cluster.closeAsync().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Flink did not stop in order: {}", e.toString());
    }
  }
}

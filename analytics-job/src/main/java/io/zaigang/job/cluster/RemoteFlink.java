package io.zaigang.job.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Flink cluster, reached by the REST address of its job manager.
 *
 * <p>Nothing is uploaded: this job's classes and the native libraries it needs are on the cluster's
 * class path. A library in an uploaded jar would be mapped once more with every submission.
 */
public record RemoteFlink(String host, int port) {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  public RemoteFlink {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "A cluster's address is HOST:PORT, such as 127.0.0.1:8081; not " + host + ":" + port);
    }
  }

  /** Takes {@code HOST:PORT}. */
  public static RemoteFlink parse(String address) {
    int colon = address.lastIndexOf(':');
    try {
      return new RemoteFlink(
          address.substring(0, Math.max(0, colon)), Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "A cluster's address is HOST:PORT, such as 127.0.0.1:8081; not " + address, e);
    }
  }

  /** Where a job is put together that is meant for this cluster. */
  public StreamExecutionEnvironment environment(Configuration settings) {
    // the factory method would give one of this process, whatever the settings say
    return new StreamExecutionEnvironment(addressedTo(settings));
  }

  private Configuration addressedTo(Configuration settings) {
    Configuration addressed = new Configuration(settings);
    addressed.set(DeploymentOptions.TARGET, "remote");
    addressed.set(DeploymentOptions.ATTACHED, false);
    addressed.set(RestOptions.ADDRESS, host);
    addressed.set(RestOptions.PORT, port);
    return addressed;
  }

  /** The same settings, to go on from a savepoint or checkpoint. */
  public static Configuration from(Configuration settings, Path savepoint, RecoveryClaimMode mode) {
    Configuration resuming = new Configuration(settings);
    resuming.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    resuming.set(StateRecoveryOptions.RESTORE_MODE, mode);
    return resuming;
  }

  /** Hands a job over; returns once the cluster has taken it. */
  public JobClient submit(StreamExecutionEnvironment environment) throws Exception {
    return environment.executeAsync();
  }

  /** What the cluster answers at a path such as {@code /overview}; empty when it does not. */
  public Optional<JsonNode> get(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
            .timeout(TIMEOUT)
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK
          ? Optional.of(JsonMapper.shared().readTree(answer.body()))
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}

package io.zaigang.job.dashboard;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import io.zaigang.job.site.PlanDocument;
import io.zaigang.job.site.PlanFeed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plan as the dashboard has it: {@code GET /internal/site-plan} gives YAML with an {@code
 * ETag}. The last good one is kept in the data directory, for a start without the dashboard.
 */
public final class DashboardPlanFeed implements PlanFeed {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardPlanFeed.class);
  private static final long serialVersionUID = 1;

  private static final Duration POLL_EVERY = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final DashboardAddress address;
  private final String copy;
  private final PlanDocument initial;
  private @Nullable String etag;
  private PlanDocument newest;
  private transient @Nullable HttpClient http;

  private DashboardPlanFeed(DashboardAddress address, Path copy, PlanDocument initial) {
    this.address = address;
    this.copy = copy.toString();
    this.initial = initial;
    this.newest = initial;
  }

  /**
   * A feed that begins with what the dashboard says now, else with the last good copy, else with
   * the plan given.
   */
  public static DashboardPlanFeed startingWith(
      SitePlan given, DashboardAddress address, Path dataDir) {
    Path copy = dataDir.toAbsolutePath().resolve("job").resolve("site-plan.yaml");
    PlanDocument known = PlanDocument.of(given);
    try {
      if (Files.exists(copy)) {
        known = PlanDocument.of(SitePlanFile.load(copy));
      }
    } catch (SitePlanException e) {
      LOG.warn("The last good site plan is not used: {}", e.getMessage());
    }
    DashboardPlanFeed feed = new DashboardPlanFeed(address, copy, known);
    try {
      return new DashboardPlanFeed(address, copy, PlanDocument.of(feed.plan()));
    } catch (IOException e) {
      LOG.info("The dashboard has no site plan for us yet ({})", e.getMessage());
      return feed;
    }
  }

  @Override
  public SitePlan initialPlan() {
    return initial.plan();
  }

  @Override
  public Duration pollEvery() {
    return POLL_EVERY;
  }

  @Override
  public synchronized SitePlan plan() throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.internal("site-plan"))
            .timeout(TIMEOUT)
            .header("Authorization", address.authorization())
            .header("Accept", "application/yaml");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    HttpResponse<String> response = send(request.build());
    if (response.statusCode() == NOT_MODIFIED) {
      return newest.plan();
    }
    if (response.statusCode() != OK) {
      throw new IOException("the dashboard answers " + response.statusCode());
    }
    try {
      newest = PlanDocument.parse(response.body());
    } catch (SitePlanException e) {
      throw new IOException("the dashboard's site plan is not valid: " + e.getMessage(), e);
    }
    etag = response.headers().firstValue("ETag").orElse(null);
    keep(newest);
    return newest.plan();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    HttpClient client = http;
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .version(HttpClient.Version.HTTP_1_1)
              .build();
      http = client;
    }
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the dashboard", e);
    }
  }

  private void keep(PlanDocument document) {
    Path target = Path.of(copy);
    try {
      Files.createDirectories(target.getParent());
      Path beside = target.resolveSibling(target.getFileName() + ".new");
      Files.writeString(beside, document.yaml(), StandardCharsets.UTF_8);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The site plan could not be kept in {}: {}", target, e.toString());
    }
  }
}

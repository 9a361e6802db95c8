package io.zaigang.ingest.cli;

import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.record.CameraAddress;
import io.zaigang.ingest.record.CameraProbe;
import io.zaigang.ingest.record.CameraProbe.Finding;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: whether a site plan can be used; all its problems at once. */
@Command(
    name = "check",
    description = "Checks a site plan and starts nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final int PARALLEL_PROBES = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "site plan")
  private Path site = Path.of("");

  @Option(
      names = "--cameras",
      description =
          "also connects to every camera; lines begin with good or wrong, exit 1 if one is wrong")
  private boolean withCameras;

  @Override
  public Integer call() throws SitePlanException {
    SitePlan plan = SitePlanFile.load(site);
    if (withCameras) {
      return lookAtCameras(plan);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s, %d cameras, %d windows%n",
            site, plan.hall().name(), plan.cameras().size(), plan.windows().size());
    return 0;
  }

  private int lookAtCameras(SitePlan plan) {
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_PROBES);
    Map<String, CompletableFuture<Finding>> findings = new LinkedHashMap<>();
    try {
      for (Camera camera : plan.cameras()) {
        CameraAddress address = new CameraAddress(camera.url());
        findings.put(
            camera.id() + " at " + address,
            CompletableFuture.supplyAsync(
                () -> CameraProbe.probe(address, System.getenv()), threads));
      }
      findings.forEach((name, finding) -> print(name, finding.join()));
    } finally {
      threads.shutdown();
    }
    return findings.values().stream().allMatch(finding -> finding.join().recordable()) ? 0 : 1;
  }

  private void print(String camera, Finding finding) {
    spec.commandLine()
        .getOut()
        .println((finding.recordable() ? "good " : "wrong ") + camera + ": " + finding.text());
  }
}

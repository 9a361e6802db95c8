package io.zaigang.ingest.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "site plan")
  private Path site = Path.of("");

  @Override
  public Integer call() throws SitePlanException {
    SitePlan plan = SitePlanFile.load(site);
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s, %d cameras, %d windows%n",
            site, plan.hall().name(), plan.cameras().size(), plan.windows().size());
    return 0;
  }
}

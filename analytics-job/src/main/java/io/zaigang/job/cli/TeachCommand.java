package io.zaigang.job.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.teach.InvalidVerdictsException;
import io.zaigang.job.teach.Lesson;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.teach.Teaching;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zaigang teach}: the phone stage learns from what this site confirmed and dismissed. */
@Command(
    name = "teach",
    description =
        "Teaches the phone stage from judged incidents and their footage. Writes a head only if it"
            + " is better on days that it was not taught on.",
    mixinStandardHelpOptions = true)
final class TeachCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site plan.")
  private Path site = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data directory.")
  private Path data = Path.of("");

  @Option(
      names = "--verdicts",
      required = true,
      paramLabel = "FILE",
      description = "Judged incidents, as the dashboard's /api/incidents/export.ndjson gives them.")
  private Path verdicts = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "For phone-head.json and teach.json.")
  private Path out = Path.of("");

  @Mixin private ModelsOption models = new ModelsOption();

  @Override
  public Integer call() throws CallRefusedException, IOException {
    SitePlan plan = Inputs.sitePlan(site);
    Path dataDir = Inputs.dataDir(data);
    if (!Files.isRegularFile(verdicts)) {
      throw new CallRefusedException("--verdicts: no file " + verdicts);
    }
    ModelRegistry registry = models.registry();
    Path folder = Inputs.outDir(out);
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    try {
      Teaching teaching =
          new Lesson(plan, dataDir, registry).teach(verdicts, folder, progress::update);
      tell(teaching, folder);
    } catch (InvalidVerdictsException e) {
      throw new CallRefusedException(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private void tell(Teaching teaching, Path folder) {
    PrintWriter table = spec.commandLine().getOut();
    table.println(teaching.says());
    if (teaching.head() != null) {
      table.println(
          "To use it, add to models.yaml: phoneHead: { path: "
              + folder.resolve(Lesson.HEAD).toAbsolutePath()
              + " }; to switch it off again, add use: false");
    }
    table.flush();
  }
}

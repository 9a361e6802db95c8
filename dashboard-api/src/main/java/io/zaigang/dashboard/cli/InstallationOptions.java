package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.settings.DataDirectory;
import io.zaigang.dashboard.settings.StartupProblem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose account in which installation. */
final class InstallationOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data directory of the installation.")
  private @Nullable Path data;

  @Option(
      names = "--username",
      required = true,
      paramLabel = "NAME",
      description = "What the person types at sign-in.")
  private @Nullable String username;

  /** picocli has set it before a command runs. */
  static InstallationOptions given(@Nullable InstallationOptions options) {
    if (options == null) {
      throw new StartupProblem("--data and --username are missing");
    }
    return options;
  }

  String username() {
    if (username == null) {
      throw new StartupProblem("--username is missing");
    }
    return username;
  }

  Path dataDir() {
    return existing(data);
  }

  /** The directory, made where it is absent. */
  static Path existing(@Nullable Path data) {
    if (data == null) {
      throw new StartupProblem("--data is missing");
    }
    return DataDirectory.prepare(data);
  }
}

package io.zaigang.job.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task manager of a trial may use of this machine. Two task managers can be compared with
 * one only where each has the same: a core of its own, as it would have a machine of its own.
 */
public sealed interface Cores {

  /** The command that confines a task manager; nothing to put before it where it is free. */
  List<String> of(int taskManager);

  /** All of the machine, for all of them together. */
  static Cores shared() {
    return new Shared();
  }

  /**
   * One core each.
   *
   * @throws IllegalStateException where there are fewer than {@code taskManagers}, or no {@code
   *     taskset}
   */
  static Cores oneEach(int taskManagers) {
    List<Integer> usable = usable();
    if (usable.size() < taskManagers || !Files.isExecutable(Each.TASKSET)) {
      throw new IllegalStateException(
          "To compare %d task managers takes as many cores (there are %d) and %s (util-linux)"
              .formatted(taskManagers, usable.size(), Each.TASKSET));
    }
    return new Each(usable);
  }

  private static List<Integer> usable() {
    try {
      List<Integer> cores = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("Cpus_allowed_list:")) {
          for (String range : line.substring(line.indexOf(':') + 1).strip().split(",")) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
              cores.add(core);
            }
          }
        }
      }
      return cores;
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  /** See {@link #shared}. */
  record Shared() implements Cores {
    @Override
    public List<String> of(int taskManager) {
      return List.of();
    }
  }

  /** See {@link #oneEach}. */
  record Each(List<Integer> usable) implements Cores {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    @Override
    public List<String> of(int taskManager) {
      int core = usable.get((taskManager - 1) % usable.size());
      return List.of(TASKSET.toString(), "-c", String.valueOf(core));
    }
  }
}

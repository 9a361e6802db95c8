package io.zaigang.job.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Entry point for a Flink application cluster, such as the Kubernetes operator starts: takes the
 * options of {@code run} and hands the job to the cluster that runs this. It never ends the
 * process, which is the job manager.
 */
public final class ClusterMain {

  private ClusterMain() {}

  /**
   * Submits the job.
   *
   * @throws IllegalArgumentException when the call is refused or fails; the reason is on stderr
   */
  public static void main(String[] args) {
    List<String> call = new ArrayList<>(List.of("run", "--cluster=" + RunCommand.HERE));
    call.addAll(List.of(args));
    int exit = JobMain.commandLine().execute(call.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalArgumentException("The job was not started; see the lines above");
    }
  }
}

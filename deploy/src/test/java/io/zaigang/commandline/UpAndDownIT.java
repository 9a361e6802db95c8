package io.zaigang.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.commandline.Zaigang.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processes of a hall start together, come back alone when one dies, and stop without a rest.
 */
class UpAndDownIT {

  private static final String EMPTY_HALL =
      "{ size: [640, 360], fps: 10, duration: PT20S, gop: PT1S }";

  @TempDir private Path folder;

  private Path data;
  private Process camera;
  private Path plan;

  @BeforeEach
  void startCamera() throws IOException {
    data = folder.resolve("data");
    Path scenario = Files.writeString(folder.resolve("scenario.yaml"), EMPTY_HALL);
    Path video = folder.resolve("hall.mp4");
    assertDone(Zaigang.run("compose", "--scenario", scenario, "--videos", folder, "--out", video));
    int port = Zaigang.freePort();
    camera =
        Zaigang.command("play", "--video", video, "--port", port, "--path", "/hall")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("camera.log").toFile())
            .start();
    String demo = Files.readString(Zaigang.ROOT.resolve("deploy/demo/site.yaml"));
    plan = Files.writeString(folder.resolve("site.yaml"), demo.replace("@PORT@", "" + port));
  }

  @AfterEach
  void stopEverything() throws InterruptedException {
    if (Files.isDirectory(data)) {
      Zaigang.run("down", "--data", data);
    }
    camera.destroy();
    assertThat(camera.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void runsUntilToldToStopAndRestartsWhatDies() throws IOException {
    int port = createAdministratorAndStart();
    assertThat(assertDone(Zaigang.run("status", "--data", data)).output())
        .contains("dashboard", "recorder", "job", "well");

    Outcome second = Zaigang.run("up", "--site", plan, "--data", data, "--port", port + 1);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.errors()).contains("already runs", "http://127.0.0.1:" + port);

    ProcessHandle recorder = child("recorder").orElseThrow();
    recorder.destroyForcibly();
    await("a new recorder", () -> child("recorder").filter(p -> !p.equals(recorder)).isPresent());
    await("footage", this::hasFootage);

    List<ProcessHandle> started =
        Stream.of("dashboard", "recorder", "job").map(name -> child(name).orElseThrow()).toList();
    assertDone(Zaigang.run("down", "--data", data));
    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(runningPostgres()).isEmpty();
    assertThat(Zaigang.run("status", "--data", data).exitCode()).isEqualTo(1);
  }

  /** The pid file of a process that ended long ago may name anybody by now. */
  @Test
  void leavesAForeignProcessWithARecycledPidAlone() throws IOException {
    Path run = Files.createDirectories(data.resolve("run"));
    String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    String stale = camera.pid() + " 12345 " + boot + " 1700000000\n";
    Files.writeString(run.resolve("recorder.supervisor"), stale);
    Files.writeString(run.resolve("recorder.child"), stale);

    assertThat(Zaigang.run("status", "--data", data).output()).contains("Nothing runs");
    assertThat(assertDone(Zaigang.run("down", "--data", data)).output()).contains("Nothing runs");

    assertThat(camera.isAlive()).isTrue();
  }

  private int createAdministratorAndStart() {
    assertDone(Zaigang.run("create-admin", "--data", data, "--username", "admin", "--generate"));
    int port = Zaigang.freePort();
    Outcome up = Zaigang.run("up", "--site", plan, "--data", data, "--port", port);
    assertThat(assertDone(up).output()).contains("http://127.0.0.1:" + port);
    return port;
  }

  private static Outcome assertDone(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    return outcome;
  }

  private Optional<ProcessHandle> child(String name) {
    return pid(data.resolve("run").resolve(name + ".child"));
  }

  private Optional<ProcessHandle> runningPostgres() {
    return pid(data.resolve("postgres/postmaster.pid"));
  }

  private static Optional<ProcessHandle> pid(Path file) {
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip().split("\\s")[0]))
          : Optional.empty();
    } catch (IOException beingReplaced) {
      return Optional.empty();
    }
  }

  private boolean hasFootage() {
    try (Stream<Path> files = Files.walk(data.resolve("footage"))) {
      return files.anyMatch(file -> file.getFileName().toString().matches("\\d+-\\d+\\.mp4"));
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 60 s for " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }
}

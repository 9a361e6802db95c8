package io.zaigang.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.commandline.Zaigang.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults planted one by one; the doctor names each, says what to do, and exits with 1. */
class DoctorIT {

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void prepareData() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
  }

  @Test
  void findsModelsThatAreMissing() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));
    assertFinds(doctor(Map.of("ZAIGANG_MODELS", none.toString())), "Models", "no models.yaml");
  }

  @Test
  void findsModelsThatWereAltered() throws IOException {
    Path weights = Files.createDirectory(folder.resolve("weights"));
    Files.writeString(weights.resolve("a.onnx"), "other");
    Files.writeString(
        weights.resolve("models.yaml"),
        "models:\n  - id: a\n    path: a.onnx\n    sha256: " + "0".repeat(64) + "\n");
    assertFinds(
        doctor(Map.of("ZAIGANG_MODELS", weights.toString())),
        "Models",
        "not what models.yaml says: a.onnx");
  }

  @Test
  void findsAClockThatNobodyKeeps() throws IOException {
    Path tools = tool("timedatectl", "echo no");
    assertFinds(doctor(Map.of("PATH", tools + ":/usr/bin:/bin")), "Clock", "is not synchronised");
  }

  @Test
  void findsThatNoFontHasChineseCharacters() throws IOException {
    Path tools = tool("fc-list", "true");
    assertFinds(doctor(Map.of("PATH", tools + ":/usr/bin:/bin")), "Font", "no font with Chinese");
  }

  @Test
  void findsADiskThatIsNearlyFull() throws IOException {
    Path tools = tool("df", "printf 'head\\n/dev/x 100 99 17 99%% /\\n'");
    assertFinds(doctor(Map.of("PATH", tools + ":/usr/bin:/bin")), "Disk", "17 MB free");
  }

  @Test
  void findsThatAnotherProgramHasThePort() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = doctor(Map.of(), "--port", other.getLocalPort());
      assertFinds(outcome, "Port", other.getLocalPort() + " is taken by another program");
    }
  }

  @Test
  void findsSecretsThatOthersCanRead() throws IOException {
    Path secrets = Files.createDirectory(data.resolve("secrets"));
    Path token = Files.writeString(secrets.resolve("service-token"), "t");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertFinds(doctor(Map.of()), "Secrets", "others on this machine can read: service-token");
  }

  @Test
  void findsAProcessThatGaveUp() throws IOException {
    Path run = Files.createDirectories(data.resolve("run"));
    Files.writeString(run.resolve("job.supervisor"), "1 1 other-boot 1\n");
    Files.writeString(run.resolve("job.gave-up"), "ended with 2 (its call or a file is wrong)\n");
    assertFinds(doctor(Map.of()), "Processes", "job: ended with 2");
  }

  @Test
  void findsACameraThatIsNoLongerRecorded() throws IOException {
    Path day = Files.createDirectories(data.resolve("footage/cam-01/2026-03-02"));
    Path segment = Files.writeString(day.resolve("1772413200000-4000.mp4"), "footage");
    Files.setLastModifiedTime(segment, FileTime.from(Instant.now().minusSeconds(500)));
    try (Running recorder = new Running("recorder")) {
      assertThat(recorder.pid()).isPositive();
      assertFinds(doctor(Map.of()), "Recording", "cam-01: nothing was recorded for 5");
    }
  }

  @Test
  void findsADashboardWithoutItsDatabase() throws IOException {
    try (Running dashboard = new Running("dashboard")) {
      assertThat(dashboard.pid()).isPositive();
      assertFinds(doctor(Map.of()), "Database", "the dashboard runs without its PostgreSQL");
    }
  }

  @Test
  void findsAPlanWithMistakesAndACameraThatDoesNotAnswer() throws IOException {
    String demo = Files.readString(Zaigang.ROOT.resolve("deploy/demo/site.yaml"));
    Path plan = folder.resolve("site.yaml");
    Files.writeString(plan, demo.replace("@PORT@", "" + Zaigang.freePort()));
    assertFinds(doctor(Map.of(), "--site", plan), "Camera", "cam-hall");

    Files.writeString(plan, demo.replace("kind: COUNTER", "kind: BAR"));
    assertFinds(doctor(Map.of(), "--site", plan), "Site plan", "BAR");
  }

  private static void assertFinds(Outcome outcome, String what, String finding) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
    List<String> lines = outcome.output().lines().toList();
    int at =
        lines.indexOf(
            lines.stream()
                .filter(line -> line.startsWith("WRONG") && line.contains(what))
                .filter(line -> line.contains(finding))
                .findFirst()
                .orElseThrow(() -> new AssertionError(finding + " not in\n" + outcome.output())));
    assertThat(lines.get(at + 1)).matches(" +-> .{10,}");
  }

  private Outcome doctor(Map<String, String> environment, Object... more) {
    List<Object> call = new ArrayList<>(List.of("doctor", "--data", data));
    call.addAll(List.of(more));
    return Zaigang.runWith(environment, call.toArray());
  }

  /** A folder with one program that answers as told. */
  private Path tool(String name, String script) throws IOException {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return tools;
  }

  /** A process that stands under the name of one of ours. */
  private final class Running implements AutoCloseable {

    private final Process process;

    Running(String name) throws IOException {
      process = new ProcessBuilder("cat").start();
      Path run = Files.createDirectories(data.resolve("run"));
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
      String boot =
          Files.readString(Path.of("/proc/sys/kernel/random/boot_id"), StandardCharsets.UTF_8)
              .strip();
      String mark = process.pid() + " " + ticks + " " + boot + " 1\n";
      Files.writeString(run.resolve(name + ".supervisor"), mark);
      Files.writeString(run.resolve(name + ".child"), mark);
    }

    long pid() {
      return process.pid();
    }

    @Override
    public void close() {
      process.destroy();
      try {
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }
}

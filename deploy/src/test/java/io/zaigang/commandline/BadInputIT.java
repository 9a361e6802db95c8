package io.zaigang.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.commandline.Zaigang.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mistake is answered with one clear line and exit code 2, and leaves nothing behind. */
class BadInputIT {

  private static final String PLAN_WITH_FIVE_MISTAKES =
      """
      hall: { id: jingde, name: 大厅, timeZone: Mars/Olympus }
      calendar:
        workdays: [MON, FUNDAY]
        seasons:
          - { name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }
      cameras:
        - { id: cam-01, name: 东侧, url: "http://192.0.2.11/x" }
      windows:
        - id: w01
          name: 1号窗口
          unit: 某局
          kind: COUNTER
          minOnPost: 1
          colour: red
          posts:
            - { id: w01-a, name: A岗, zones: [{ camera: cam-09, polygon: [[0, 0], [1, 0], [1, 1]] }] }
      """;

  @TempDir private Path folder;

  @Test
  void upNamesEveryMistakeOfAPlanAndStartsNothing() throws IOException {
    Path plan = Files.writeString(folder.resolve("计划.yaml"), PLAN_WITH_FIVE_MISTAKES);
    assertNamesAllFive(Zaigang.run("up", "--site", plan, "--data", data()));
  }

  @Test
  void analyzeNamesEveryMistakeOfAPlan() throws IOException {
    Path plan = Files.writeString(folder.resolve("计划.yaml"), PLAN_WITH_FIVE_MISTAKES);
    Files.createDirectories(data());
    Outcome outcome =
        Zaigang.run(
            "analyze",
            "--site",
            plan,
            "--data",
            data(),
            "--from",
            "2026-03-02T09:00:00+08:00",
            "--to",
            "2026-03-02T09:01:00+08:00",
            "--out",
            folder.resolve("out"));
    assertThat(folder.resolve("out")).doesNotExist();
    Files.delete(data());
    assertNamesAllFive(outcome);
  }

  private void assertNamesAllFive(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
    assertThat(outcome.errors())
        .doesNotContain("Exception", "\tat ")
        .contains(
            "hall.timeZone (line 1)",
            "calendar.workdays[1] (line 3)",
            "cameras[0].url (line 7)",
            "windows[0].colour (line 14)",
            "windows[0].posts[0].zones[0].camera (line 16)");
    assertThat(data()).doesNotExist();
  }

  @Test
  void importRefusesAVideoThatIsNone() throws IOException {
    Path video = Files.writeString(folder.resolve("holiday.mp4"), "no video at all");
    assertRefused(importInto(video, "cam-hall")).contains(video.toString());
    try (Stream<Path> left = Files.walk(data())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void importRefusesACameraThatIsNotInThePlan() throws IOException {
    Path video = Files.writeString(folder.resolve("holiday.mp4"), "not even looked at");
    assertRefused(importInto(video, "cam-roof")).contains("cam-roof", "site.yaml");
    assertThat(data()).doesNotExist();
  }

  private Outcome importInto(Path video, String camera) {
    return Zaigang.run(
        "import",
        video,
        "--camera",
        camera,
        "--start",
        "2026-03-02T09:00:00+08:00",
        "--site",
        demoPlan(),
        "--data",
        data());
  }

  @Test
  void refusesAnInstantWithoutOffset() throws IOException {
    Path video = Files.writeString(folder.resolve("holiday.mp4"), "not even looked at");
    assertRefused(
            Zaigang.run(
                "import",
                video,
                "--camera",
                "cam-hall",
                "--start",
                "2026-03-02T09:00:00",
                "--data",
                data()))
        .contains("--start", "2026-03-02T09:00:00");
  }

  /** A file where the folder should be cannot be read as one, not even by root. */
  @Test
  void refusesADataFolderThatCannotBeRead() throws IOException {
    Path file = Files.writeString(data(), "a file");
    assertRefused(Zaigang.run("footage", "--data", file)).contains(file.toString());
    assertRefused(Zaigang.run("up", "--site", demoPlan(), "--data", file.resolve("below")))
        .contains(file.toString());
    assertThat(file).hasContent("a file");
  }

  @Test
  void upRefusesATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
              Zaigang.run(
                  "up", "--site", demoPlan(), "--data", data(), "--port", taken.getLocalPort()))
          .contains(String.valueOf(taken.getLocalPort()), "taken");
    }
    assertThat(data()).doesNotExist();
  }

  @Test
  void upRefusesUntilSomebodyCanSignIn() throws IOException {
    int port = Zaigang.freePort();
    assertRefused(Zaigang.run("up", "--site", demoPlan(), "--data", data(), "--port", port))
        .contains("create-admin");
  }

  @Test
  void namesTheOptionThatIsMissing() {
    assertRefused(Zaigang.run("up", "--data", data())).contains("--site");
    assertRefused(Zaigang.run("down")).contains("--data");
    assertRefused(Zaigang.run("demo", "--exit-after", "4 minutes")).contains("PT4M");
    assertRefused(Zaigang.run("dance")).contains("dance", "--help");
  }

  /** One line on stderr, no stack trace, exit code 2. */
  private static AbstractStringAssert<?> assertRefused(Outcome outcome) {
    assertThat(outcome.errorLines()).as(outcome.toString()).hasSize(1);
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
    return assertThat(outcome.errors()).doesNotContain("Exception", "\tat ");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path demoPlan() {
    try {
      String plan = Files.readString(Zaigang.ROOT.resolve("deploy/demo/site.yaml"));
      return Files.writeString(folder.resolve("site.yaml"), plan.replace("@PORT@", "20554"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.zaigang.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.commandline.Zaigang.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same footage gets the same answer, and a changed answer is an alarm. */
class SelfTestIT {

  private static final String FROM = "2026-03-02T09:00:00+08:00";
  private static final String TO = "2026-03-02T09:00:20+08:00";

  @TempDir private Path folder;

  @Test
  void tellsAChangedAnswerFromTheSameOne() throws IOException {
    Path data = folder.resolve("data");
    Path scenario =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            "{ size: [640, 360], fps: 10, duration: PT24S, gop: PT1S }");
    Path video = folder.resolve("hall.mp4");
    done(Zaigang.run("compose", "--scenario", scenario, "--videos", folder, "--out", video));
    Files.createDirectories(data);
    done(Zaigang.run("import", video, "--camera", "cam-hall", "--start", FROM, "--data", data));
    String demo = Files.readString(Zaigang.ROOT.resolve("deploy/demo/site.yaml"));
    Path plan = Files.writeString(folder.resolve("site.yaml"), demo.replace("@PORT@", "1"));

    Outcome none = Zaigang.run("self-test", "--site", plan, "--data", data);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.errors()).contains("no footage was chosen yet");

    Outcome made =
        done(
            Zaigang.run(
                "self-test",
                "--make",
                "--site",
                plan,
                "--data",
                data,
                "--camera",
                "cam-hall",
                "--from",
                FROM,
                "--to",
                TO));
    assertThat(made.output()).contains("10 pictures");
    assertThat(done(Zaigang.run("self-test", "--site", plan, "--data", data)).output())
        .contains("is what it was");
    assertThat(data.resolve("golden/last-run.json"))
        .content()
        .contains("\"changedDetections\":0,\"changedIncidents\":0,\"detections\":10");

    Path expected = data.resolve("golden/expected/detections.ndjson");
    Files.writeString(
        expected, Files.readString(expected).replaceFirst("\"usable\":true", "\"usable\":false"));
    Outcome changed = Zaigang.run("self-test", "--site", plan, "--data", data);
    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.errors()).contains("ALARM", "answer changed: 2 0 lines differ");
    assertThat(data.resolve("golden/last-run.json")).content().contains("\"changedDetections\":2");
  }

  private static Outcome done(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    return outcome;
  }
}

package io.zaigang.job.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.window.WindowPresence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractJsonTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  private final ContractJson json = new ContractJson(ZoneId.of("Asia/Shanghai"));

  @Test
  void saysWhyAWindowCannotBeSeen() {
    WindowPresence unseen = new WindowPresence("w1", NINE, Presence.UNKNOWN, 0, NINE);

    assertThat(json.presence(unseen.because(BlindCause.MOVED))).endsWith("\"cause\":\"MOVED\"}");
    assertThat(json.presence(unseen)).doesNotContain("cause");
  }

  @Test
  void leavesOutThePhoneWhereNobodyLooked() {
    Box box = new Box(10, 20, 30, 60);
    String line =
        json.frame(
            new FrameDetections(
                "cam-1",
                NINE,
                640,
                480,
                null,
                List.of(new PersonDetection(box, 0.9, 0.71, true), PersonDetection.of(box, 0.5)),
                List.of()));

    assertThat(line)
        .contains(
            "{\"box\":[10,20,30,60],\"score\":0.9,\"phone\":0.71,\"phoneInUse\":true}",
            "{\"box\":[10,20,30,60],\"score\":0.5}");
  }

  @Test
  void readsBackWhatItWrote() {
    FrameDetections blind =
        new FrameDetections("cam-1", NINE, 640, 480, BlindCause.COVERED, List.of(), List.of());

    assertThat(json.frame(blind)).contains("\"usable\":false,\"cause\":\"COVERED\"");
    assertThat(DetectionsJson.read(json.frame(blind))).isEqualTo(blind);
  }
}

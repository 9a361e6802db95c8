package io.zaigang.job.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.models.teach.JudgedIncident.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsFileTest {

  @TempDir private Path folder;

  static String line(String id, String from, String to, String review) {
    return """
        {"id":"%s","type":"PHONE_USE","windowId":"w01","postIds":["w01-a"],"areaId":null,\
        "cameraIds":["cam-01"],"startedAt":"%s","endedAt":"%s","status":"CLOSED","review":%s}
        """
        .formatted(id, from, to, review);
  }

  private static String line(String id, String review) {
    return line(id, "2026-03-02T09:00:00+08:00", "2026-03-02T09:02:00+08:00", review);
  }

  static String dismissed(String falseAlarm) {
    return "{\"standing\":\"DISMISSED\",\"verdict\":{\"reason\":\"FALSE_ALARM\",\"falseAlarm\":\""
        + falseAlarm
        + "\"}}";
  }

  @Test
  void takesWhatTeachesOfTheDashboardsExport() throws Exception {
    write(
        line("yes", "{\"standing\":\"CONFIRMED\"}")
            + line("upheld", "{\"standing\":\"UPHELD\"}")
            + line("no", dismissed("NOT_A_PHONE"))
            + line(
                "official",
                "{\"standing\":\"DISMISSED\",\"verdict\":{\"reason\":\"OFFICIAL_DUTY\"}}")
            + line("zone", dismissed("ZONE"))
            + line("appealed", "{\"standing\":\"APPEALED\"}")
            + line("vacant", "{\"standing\":\"CONFIRMED\"}").replace("PHONE_USE", "VACANCY"));

    List<LabelledIncident> incidents = VerdictsFile.read(folder.resolve("v.ndjson"));

    assertThat(incidents).extracting(LabelledIncident::id).containsExactly("yes", "upheld", "no");
    assertThat(incidents.get(2).verdict()).isEqualTo(Verdict.DISMISSED);
    assertThat(incidents.get(0).from()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(incidents.get(0).postIds()).containsExactly("w01-a");
  }

  @Test
  void saysWhichLineIsWrong() throws Exception {
    write(line("a", "{\"standing\":\"CONFIRMED\"}") + "no json\n");
    assertThatThrownBy(() -> VerdictsFile.read(folder.resolve("v.ndjson")))
        .isInstanceOf(InvalidVerdictsException.class)
        .hasMessageContaining("line 2");

    write(line("a", "{\"standing\":\"CONFIRMED\"}").replace("2026-03-02T09:00", "yesterday"));
    assertThatThrownBy(() -> VerdictsFile.read(folder.resolve("v.ndjson")))
        .hasMessageContaining("line 1")
        .hasMessageContaining("yesterday");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("v.ndjson"), text);
  }
}

package io.zaigang.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.presence.LabelledSpan;
import io.zaigang.domain.presence.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsFileTest {

  private static final String GOOD =
      """
      {"file": "v.mp4", "width": 200, "height": 100, "regions": [
        {"id": "seat", "kind": "seat", "polygon": [[0, 0], [100, 0], [100, 50]], "intervals": [
          {"from_s": 3.5, "to_s": 4, "state": "occupied", "uncertain": true},
          {"from_s": 0, "to_s": 3.5, "state": "empty"}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void readsRegionsInFractionsAndSpansInOrder() throws Exception {
    write("shop/monday", GOOD);

    LabelledVideo video = EventsFile.under(folder).get(0);

    assertThat(video.name()).isEqualTo("monday");
    assertThat(video.file()).hasFileName("v.mp4");
    LabelledVideo.Region seat = video.regions().get(0);
    assertThat(seat.polygon().points()).contains(new Point(0.5, 0.5));
    assertThat(seat.spans())
        .containsExactly(
            new LabelledSpan(at(0), at(3500), Presence.EMPTY),
            new LabelledSpan(at(3500), at(4000), Presence.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "v.mp4, gone.mp4, no video",
    "'\"width\": 200', '\"wide\": 200', are missing",
    "empty, free, occupied or empty",
    "'\"from_s\": 0', '\"from_s\": 9', ends before it begins",
    "'[100, 50]', '[100]', no point",
    "', [100, 50]', '', at least 3 points",
    "'\"id\": \"seat\"', '\"name\": \"seat\"', no `id`",
    "]}]}, ], is no JSON"
  })
  void saysWhatIsWrongWithLabels(String part, String instead, String message) throws Exception {
    write("day", GOOD.replace(part, instead));

    assertThatThrownBy(() -> EventsFile.under(folder))
        .isInstanceOf(InvalidLabelsException.class)
        .hasMessageContaining("events.json")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatThereAreNoLabels() {
    assertThatThrownBy(() -> EventsFile.under(folder)).hasMessageContaining("No events.json in");
  }

  private void write(String name, String json) throws IOException {
    Path dir = Files.createDirectories(folder.resolve(name));
    Files.writeString(dir.resolve("events.json"), json);
    Files.writeString(dir.resolve("v.mp4"), "");
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}

package io.zaigang.models.phone;

import io.zaigang.models.registry.ModelRegistryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes a {@link TaughtHead}: one JSON object. */
public final class TaughtHeadFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private TaughtHeadFile() {}

  /**
   * Reads a head that fits a second look.
   *
   * @throws ModelRegistryException when it cannot be read, was taught for other views, or its gain
   *     is not real
   */
  public static TaughtHead read(Path file, SecondLookSettings settings) {
    TaughtHead head;
    try {
      head = JSON.readValue(Files.readAllBytes(file), TaughtHead.class);
    } catch (IOException | JacksonException e) {
      throw refused(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    List<String> expected = TaughtHead.describe(settings);
    if (!head.views().equals(expected)) {
      throw refused(file, "expected the views " + expected + ", found " + head.views());
    }
    return head;
  }

  /** Writes a head. */
  public static void write(TaughtHead head, Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(head) + "\n", StandardCharsets.UTF_8);
  }

  private static ModelRegistryException refused(Path file, String reason) {
    return new ModelRegistryException(
        List.of(
            "Phone head " + file + ": " + reason + "; teach it anew, or set phoneHead.use: false"));
  }
}

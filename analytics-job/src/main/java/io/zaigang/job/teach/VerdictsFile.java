package io.zaigang.job.teach;

import io.zaigang.models.teach.JudgedIncident.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judged incidents, one JSON object a line, as the dashboard's {@code /api/incidents/export.ndjson}
 * gives them.
 *
 * <p>Of phone incidents those CONFIRMED or UPHELD count as use, and those DISMISSED as a false
 * alarm that was NOT_A_PHONE as no use. What was dismissed for another reason may well have been a
 * phone, and teaches nothing; nor does what is appealed against, nor other kinds of incident.
 */
final class VerdictsFile {

  private VerdictsFile() {}

  /**
   * Reads all that can teach.
   *
   * @throws InvalidVerdictsException naming the first line that is wrong
   */
  static List<LabelledIncident> read(Path file) throws InvalidVerdictsException {
    List<LabelledIncident> incidents = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank()) {
          incident(line).ifPresent(incidents::add);
        }
      }
    } catch (JacksonException | DateTimeException e) {
      throw new InvalidVerdictsException(
          file + ", line " + number + ": no incident of the dashboard's export: " + e.getMessage());
    } catch (IOException e) {
      throw new InvalidVerdictsException(file + " cannot be read: " + e.getMessage());
    }
    return incidents;
  }

  private static Optional<LabelledIncident> incident(String line) {
    JsonNode node = JsonMapper.shared().readTree(line);
    Optional<Verdict> verdict =
        node.path("type").asString("").equals("PHONE_USE") ? verdict(node) : Optional.empty();
    if (verdict.isEmpty() || !node.path("endedAt").isString()) {
      return Optional.empty();
    }
    return Optional.of(
        new LabelledIncident(
            node.path("id").asString(""),
            texts(node.path("postIds")),
            texts(node.path("cameraIds")),
            instant(node.path("startedAt")),
            instant(node.path("endedAt")),
            verdict.get()));
  }

  private static Optional<Verdict> verdict(JsonNode node) {
    JsonNode review = node.path("review");
    return switch (review.path("standing").asString("")) {
      case "CONFIRMED", "UPHELD" -> Optional.of(Verdict.CONFIRMED);
      case "DISMISSED" ->
          review.path("verdict").path("falseAlarm").asString("").equals("NOT_A_PHONE")
              ? Optional.of(Verdict.DISMISSED)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Instant instant(JsonNode node) {
    return OffsetDateTime.parse(node.asString("")).toInstant();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}

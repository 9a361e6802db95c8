package io.zaigang.job.json;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines of {@code detections.ndjson} back, exactly as they were written. */
public final class DetectionsJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private DetectionsJson() {}

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException saying what is missing or wrong
   */
  public static FrameDetections read(String line) {
    try {
      return frame(MAPPER.readTree(line));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON object: " + e.getOriginalMessage(), e);
    }
  }

  private static FrameDetections frame(JsonNode json) {
    List<PersonDetection> persons = new ArrayList<>();
    json.path("persons").forEach(person -> persons.add(person(person)));
    List<PostEvidence> posts = new ArrayList<>();
    json.path("posts").forEach(post -> posts.add(post(post)));
    return new FrameDetections(
        text(json, "cameraId"),
        instant(json, "at"),
        (int) number(json, "width"),
        (int) number(json, "height"),
        blind(json),
        persons,
        posts);
  }

  private static @Nullable BlindCause blind(JsonNode json) {
    if (required(json, "usable").booleanValue()) {
      return null;
    }
    JsonNode cause = json.path("cause");
    return cause.isString() ? BlindCause.valueOf(cause.stringValue()) : BlindCause.UNDECODABLE;
  }

  private static PersonDetection person(JsonNode json) {
    JsonNode box = required(json, "box");
    if (!box.isArray() || box.size() != 4) {
      throw new IllegalArgumentException("'box' is no list of x, y, width, height: " + box);
    }
    JsonNode phone = json.path("phone");
    JsonNode inUse = json.path("phoneInUse");
    return new PersonDetection(
        new Box(
            box.get(0).doubleValue(),
            box.get(1).doubleValue(),
            box.get(2).doubleValue(),
            box.get(3).doubleValue()),
        number(json, "score"),
        phone.isNumber() ? (Double) phone.doubleValue() : null,
        inUse.isBoolean() ? (Boolean) inUse.booleanValue() : null);
  }

  private static PostEvidence post(JsonNode json) {
    Map<String, Double> evidence = new TreeMap<>();
    json.path("evidence").forEachEntry((cue, value) -> evidence.put(cue, value.doubleValue()));
    return new PostEvidence(text(json, "postId"), evidence, number(json, "presence"));
  }

  private static Instant instant(JsonNode json, String name) {
    String value = text(json, name);
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + name + "' is no instant with an offset: '" + value + "'", e);
    }
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = required(json, name);
    if (!value.isString()) {
      throw new IllegalArgumentException("'" + name + "' is no text: " + value);
    }
    return value.stringValue();
  }

  private static double number(JsonNode json, String name) {
    JsonNode value = required(json, name);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("'" + name + "' is no number: " + value);
    }
    return value.doubleValue();
  }

  private static JsonNode required(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value;
  }
}

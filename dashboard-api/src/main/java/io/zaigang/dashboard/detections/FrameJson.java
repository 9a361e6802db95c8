package io.zaigang.dashboard.detections;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads objects of {@code detections.ndjson}, as the job sends them. */
final class FrameJson {

  private static final int MOST_PEOPLE = 300;
  private static final int LARGEST_PX = 16_384;

  private FrameJson() {}

  /**
   * Reads one frame.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static FrameDetections read(JsonNode json) {
    List<PersonDetection> persons = new ArrayList<>();
    require(json.path("persons").size() <= MOST_PEOPLE, "persons are more than " + MOST_PEOPLE);
    json.path("persons").forEach(person -> persons.add(person(person)));
    List<PostEvidence> posts = new ArrayList<>();
    json.path("posts").forEach(post -> posts.add(post(post)));
    return new FrameDetections(
        text(json, "cameraId"),
        instant(json),
        (int) number(json, "width", LARGEST_PX),
        (int) number(json, "height", LARGEST_PX),
        blind(json),
        persons,
        posts);
  }

  private static @Nullable BlindCause blind(JsonNode json) {
    JsonNode usable = json.path("usable");
    require(usable.isBoolean(), "usable must be true or false");
    if (usable.booleanValue()) {
      return null;
    }
    for (BlindCause cause : BlindCause.values()) {
      if (cause.name().equals(json.path("cause").asString(""))) {
        return cause;
      }
    }
    return BlindCause.UNDECODABLE;
  }

  private static PersonDetection person(JsonNode json) {
    JsonNode box = json.path("box");
    require(box.isArray() && box.size() == 4, "box must be x, y, width, height");
    box.forEach(side -> require(side.isNumber(), "box must hold numbers"));
    JsonNode phone = json.path("phone");
    JsonNode inUse = json.path("phoneInUse");
    return new PersonDetection(
        new Box(
            box.get(0).doubleValue(),
            box.get(1).doubleValue(),
            box.get(2).doubleValue(),
            box.get(3).doubleValue()),
        number(json, "score", 1),
        phone.isNumber() ? (Double) phone.doubleValue() : null,
        inUse.isBoolean() ? (Boolean) inUse.booleanValue() : null);
  }

  private static PostEvidence post(JsonNode json) {
    Map<String, Double> evidence = new HashMap<>();
    json.path("evidence")
        .properties()
        .forEach(cue -> evidence.put(cue.getKey(), cue.getValue().asDouble(0)));
    return new PostEvidence(text(json, "postId"), evidence, number(json, "presence", 1));
  }

  private static Instant instant(JsonNode json) {
    try {
      return OffsetDateTime.parse(text(json, "at")).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("at must be an ISO-8601 instant with an offset", e);
    }
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).asString("");
    require(!text.isBlank() && text.length() <= 100, name + " must be a text of 1 to 100 letters");
    return text;
  }

  private static double number(JsonNode json, String name, double most) {
    double value = json.path(name).asDouble(-1);
    require(value >= 0 && value <= most, name + " must be a number from 0 to " + (int) most);
    return value;
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}

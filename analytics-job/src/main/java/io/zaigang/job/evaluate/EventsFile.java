package io.zaigang.job.evaluate;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.presence.LabelledSpan;
import io.zaigang.domain.presence.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code events.json}, the labels that lie beside a video: {@code file}, {@code width},
 * {@code height}, and {@code regions} with a pixel {@code polygon} and {@code intervals} that are
 * {@code occupied} or {@code empty} {@code from_s} {@code to_s}; {@code uncertain} ones are not
 * judged.
 */
final class EventsFile {

  static final String NAME = "events.json";

  private static final double MILLIS = 1000;

  private final Path file;
  private final JsonNode root;

  private EventsFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * All labelled videos under a folder, by name; one {@value #NAME} a folder.
   *
   * @throws InvalidLabelsException when there is none, or one cannot be used
   */
  static List<LabelledVideo> under(Path folder) throws InvalidLabelsException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder, 3)) {
      files =
          found
              .filter(path -> path.endsWith(NAME))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    } catch (IOException e) {
      throw new InvalidLabelsException(folder + " cannot be read: " + e.getMessage());
    }
    if (files.isEmpty()) {
      throw new InvalidLabelsException(
          "No " + NAME + " in " + folder + " or the folders in it; one lies beside each video");
    }
    List<LabelledVideo> videos = new ArrayList<>();
    for (Path file : files) {
      videos.add(new EventsFile(file, parse(file)).read());
    }
    return videos;
  }

  private static JsonNode parse(Path file) throws InvalidLabelsException {
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidLabelsException(file + " cannot be read: " + e.getMessage());
    } catch (JacksonException e) {
      throw new InvalidLabelsException(file + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private LabelledVideo read() throws InvalidLabelsException {
    Path folder = file.toAbsolutePath().getParent();
    String name = root.path("file").asString("");
    if (folder == null || name.isEmpty()) {
      throw new InvalidLabelsException(file + ": `file` does not name the video beside it");
    }
    Path video = folder.resolve(name);
    if (!Files.isRegularFile(video)) {
      throw new InvalidLabelsException(file + ": no video " + video);
    }
    List<LabelledVideo.Region> regions = new ArrayList<>();
    for (JsonNode region : root.path("regions")) {
      regions.add(region(region));
    }
    return new LabelledVideo(String.valueOf(folder.getFileName()), video, regions);
  }

  private LabelledVideo.Region region(JsonNode node) throws InvalidLabelsException {
    String id = node.path("id").asString("");
    if (id.isEmpty()) {
      throw new InvalidLabelsException(file + ": a region has no `id`");
    }
    List<LabelledSpan> spans = new ArrayList<>();
    for (JsonNode interval : node.path("intervals")) {
      spans.add(span(id, interval));
    }
    spans.sort(Comparator.comparing(LabelledSpan::from));
    return new LabelledVideo.Region(
        id, node.path("kind").asString(""), polygon(id, node.path("polygon")), spans);
  }

  private Polygon polygon(String id, JsonNode node) throws InvalidLabelsException {
    double width = root.path("width").asDouble(0);
    double height = root.path("height").asDouble(0);
    if (!(width > 0 && height > 0)) {
      throw new InvalidLabelsException(file + ": `width` and `height` of the picture are missing");
    }
    List<Point> points = new ArrayList<>();
    for (JsonNode point : node) {
      if (point.size() != 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
        throw new InvalidLabelsException(file + ": region '" + id + "': no point [x, y]: " + point);
      }
      points.add(new Point(point.get(0).asDouble() / width, point.get(1).asDouble() / height));
    }
    try {
      return new Polygon(points);
    } catch (IllegalArgumentException e) {
      throw new InvalidLabelsException(file + ": region '" + id + "': " + e.getMessage());
    }
  }

  private LabelledSpan span(String id, JsonNode node) throws InvalidLabelsException {
    String where = file + ": region '" + id + "': interval " + node;
    if (!node.path("from_s").isNumber() || !node.path("to_s").isNumber()) {
      throw new InvalidLabelsException(where + " needs `from_s` and `to_s`");
    }
    Presence presence =
        switch (node.path("state").asString("")) {
          case "occupied" -> Presence.STAFFED;
          case "empty" -> Presence.EMPTY;
          default -> throw new InvalidLabelsException(where + ": `state` is occupied or empty");
        };
    if (node.path("uncertain").asBoolean(false)) {
      presence = Presence.UNKNOWN;
    }
    try {
      return new LabelledSpan(at(node.path("from_s")), at(node.path("to_s")), presence);
    } catch (IllegalArgumentException e) {
      throw new InvalidLabelsException(where + " ends before it begins");
    }
  }

  private static Instant at(JsonNode seconds) {
    return Instant.ofEpochMilli(Math.round(seconds.asDouble() * MILLIS));
  }
}

package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a clip was cut from, written beside it, with SHA-256 sums that chain: each link is the sum
 * of the link before and of everything it stands for, so that no part can be changed, left out or
 * put elsewhere without the last link changing.
 */
public final class ClipManifest {

  private static final int BUFFER = 1 << 16;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ClipManifest() {}

  /** Where a clip's manifest is: {@code FILE.json} beside {@code FILE.mp4}. */
  public static Path fileFor(Path clip) {
    String name = clip.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return clip.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
  }

  /** Writes the manifest of a clip that was just cut. */
  public static Path write(Clip clip, FootageLog log) throws IOException {
    String cameraId = clip.segments().get(0).cameraId();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("format", "zaigang-clip-1");
    body.put("clip", clip.file().getFileName().toString());
    body.put("cameraId", cameraId);
    body.put("from", clip.from().toString());
    body.put("to", clip.to().toString());
    List<Map<String, Object>> segments = new ArrayList<>();
    for (Segment segment : clip.segments()) {
      segments.add(
          Map.of(
              "start", segment.start().toString(),
              "durationMillis", segment.duration().toMillis(),
              "file", segment.fileName(),
              "sha256", sha256(segment.file())));
    }
    body.put("segments", segments);
    body.put(
        "gaps",
        log.gaps(cameraId, clip.from(), clip.to()).stream().map(ClipManifest::json).toList());
    body.put("clipSha256", sha256(clip.file()));
    body.put("chain", chain(MAPPER.valueToTree(body)));
    Path file = fileFor(clip.file());
    Files.writeString(
        file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
    return file;
  }

  private static Map<String, Object> json(Gap gap) {
    return Map.of(
        "from", gap.from().toString(), "to", gap.to().toString(), "cause", gap.cause().name());
  }

  /**
   * Compares a clip with its manifest.
   *
   * @return what does not agree, one line each; empty when everything does
   */
  public static List<String> check(Path clip) throws IOException {
    Path file = fileFor(clip);
    if (!Files.isReadable(clip)) {
      return List.of("clip " + clip + " is missing");
    }
    if (!Files.isReadable(file)) {
      return List.of("manifest " + file + " is missing");
    }
    JsonNode body;
    try {
      body = MAPPER.readTree(Files.readString(file));
    } catch (JacksonException e) {
      return List.of("manifest " + file + " is no JSON");
    }
    List<String> problems = new ArrayList<>();
    if (!body.path("clipSha256").asString("").equals(sha256(clip))) {
      problems.add("clip " + clip + " was altered: its SHA-256 is not the manifest's");
    }
    if (!body.path("chain").asString("").equals(chain(body))) {
      problems.add("manifest " + file + " was altered: its hash chain does not close");
    }
    return problems;
  }

  /** Link by link over the manifest's entries in their order, the chain itself left out. */
  private static String chain(JsonNode body) throws IOException {
    String link = "";
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      JsonNode value = entry.getValue();
      if (entry.getKey().equals("chain")) {
        continue;
      }
      if (entry.getKey().equals("segments")) {
        for (JsonNode segment : value) {
          link = link(link, "segment", canonical(segment));
        }
      } else {
        link = link(link, entry.getKey(), canonical(value));
      }
    }
    return link;
  }

  /** JSON with sorted keys: the same object gives the same text. */
  private static String canonical(JsonNode node) {
    if (!node.isObject()) {
      return MAPPER.writeValueAsString(node);
    }
    StringBuilder text = new StringBuilder("{");
    node.propertyNames().stream()
        .sorted()
        .forEach(
            key ->
                text.append(MAPPER.writeValueAsString(key))
                    .append(':')
                    .append(canonical(node.get(key)))
                    .append(','));
    return text.append('}').toString();
  }

  private static String link(String before, String key, String value) {
    MessageDigest digest = sha256();
    digest.update((before + "\n" + key + "\n" + value).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a file, in hexadecimal. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      while (in.read(buffer) >= 0) {
        // Reading updates the digest.
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

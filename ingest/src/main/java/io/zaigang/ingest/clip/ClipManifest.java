package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.ClockLog;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a clip was cut from and by what it was judged, written beside it as JSON, with a SHA-256 sum
 * over every field, one over all of them (the seal), and the seal's place in the installation's
 * {@link ManifestChain}. {@link ClipCheck} compares all of it again.
 */
public final class ClipManifest {

  /** Written into each manifest, so that a later reader knows what it reads. */
  static final String FORMAT = "zaigang-clip-2";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path clip;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private ClipManifest(Path clip) throws IOException {
    this.clip = clip;
    with("format", FORMAT);
    with("clip", clip.getFileName().toString());
    with("clipSha256", Sha256.of(clip));
    with("clipBytes", Files.size(clip));
  }

  /** Where a clip's manifest is: {@code FILE.json} beside {@code FILE.mp4}. */
  public static Path fileFor(Path clip) {
    String name = clip.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return clip.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
  }

  /** The manifest of a clip that was just cut by this plan. */
  public static ClipManifest of(Clip clip, ClipPlan plan, FootageLog log) throws IOException {
    ClipManifest manifest = new ClipManifest(clip.file());
    String cameraId = clip.cameraId();
    List<Map<String, Object>> segments = new ArrayList<>();
    for (Segment segment : clip.segments()) {
      segments.add(segment(segment, log, Sha256.of(segment.file())));
    }
    return manifest
        .with("software", SoftwareVersion.text())
        .with("cameraId", cameraId)
        .with("cameraClockAheadMillis", clockAhead(clip, log))
        .with("codec", clip.codec())
        .with("asked", plan.stretches())
        .with("from", clip.from())
        .with("to", clip.to())
        .with("pieces", clip.pieces())
        .with("chapters", clip.chapters())
        .with("segments", segments)
        .with("leftOut", clip.leftOut().stream().map(left -> leftOut(left, log)).toList())
        .with("gaps", plan.gaps(log));
  }

  /** The manifest of a rendition that was made from a clip. */
  public static ClipManifest ofRendition(Path rendition, Path plain) throws IOException {
    return new ClipManifest(rendition)
        .with("software", SoftwareVersion.text())
        .with("renditionOf", plain.getFileName().toString())
        .with("plainSha256", Sha256.of(plain));
  }

  /** The manifest of a rendition of this clip: all that is known of the clip, and its sum. */
  public ClipManifest rendition(Path rendition) throws IOException {
    ClipManifest manifest = new ClipManifest(rendition);
    manifest.with("renditionOf", clip.getFileName().toString()).with("plainSha256", clipSha256());
    fields.forEach(
        (field, value) -> {
          if (!manifest.fields.containsKey(field)) {
            manifest.with(field, value);
          }
        });
    return manifest;
  }

  /** Null where the camera did not tell its own time. */
  private static @Nullable Long clockAhead(Clip clip, FootageLog log) throws IOException {
    OptionalLong ahead = ClockLog.of(log, clip.cameraId()).at(clip.from());
    return ahead.isPresent() ? (Long) ahead.getAsLong() : null;
  }

  private static Map<String, Object> segment(Segment segment, FootageLog log, String sha256) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", relative(segment, log));
    entry.put("start", segment.start());
    entry.put("durationMillis", segment.duration().toMillis());
    entry.put("sha256", sha256);
    return entry;
  }

  private static Map<String, Object> leftOut(LeftOut left, FootageLog log) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", relative(left.segment(), log));
    entry.put("cause", left.cause());
    entry.put("why", left.why());
    return entry;
  }

  /** Within the footage folder, with '/' whatever the system. */
  private static String relative(Segment segment, FootageLog log) {
    return log.root().relativize(segment.file()).toString().replace('\\', '/');
  }

  /** Adds a field: an object that becomes JSON; null says that it is not known. */
  public ClipManifest with(String field, @Nullable Object value) {
    fields.put(field, value);
    return this;
  }

  /** Seals and writes it beside the clip, entered in a chain; whole or not at all. */
  public Sealed write(ManifestChain chain, String name, Instant at) throws IOException {
    ManifestSeal seal = ManifestSeal.of(body());
    return write(seal, chain.append(name, seal.sha256(), at));
  }

  /** Seals and writes it without a place in a chain. */
  public Sealed writeUnchained() throws IOException {
    return write(ManifestSeal.of(body()), null);
  }

  private Sealed write(ManifestSeal seal, @Nullable ChainLink link) throws IOException {
    ObjectNode body = body();
    body.set(ManifestSeal.SEAL, MAPPER.valueToTree(seal));
    body.set(ManifestSeal.CHAIN, MAPPER.valueToTree(link));
    Path file = fileFor(clip);
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".writing");
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n";
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return new Sealed(file, clipSha256(), seal.sha256(), link);
  }

  private ObjectNode body() {
    JsonNode body = MAPPER.valueToTree(fields);
    return body.asObject();
  }

  private String clipSha256() {
    return String.valueOf(fields.get("clipSha256"));
  }

  /**
   * A written manifest.
   *
   * @param clipSha256 of the clip
   * @param seal over all fields
   * @param link its place in the chain; null where it has none
   */
  public record Sealed(Path file, String clipSha256, String seal, @Nullable ChainLink link) {}
}

package io.zaigang.ingest.footage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds on footage, one small JSON file each in {@code DATA/holds/}: whoever needs footage writes
 * one, and retention deletes nothing that any of them covers. A hold that {@link #hold} returned
 * from survives a loss of power; processes that share the data directory see each other's at once.
 *
 * <p>A file here that cannot be read might hold anything: {@link #list} and {@link #covers} then
 * throw, and retention deletes nothing until somebody has looked. Safe for use by several threads.
 */
public final class FootageHolds {

  private static final String SUFFIX = ".json";
  private static final int MAX_NAME = 110;

  /** Changes closer together than this may not show in the folder's time stamp. */
  private static final Duration SETTLED = Duration.ofMillis(100);

  private record Known(FileTime changed, HeldSpans spans) {}

  private final JsonMapper mapper = new JsonMapper();
  private final Path folder;
  private volatile @Nullable Known known;

  private FootageHolds(Path folder) {
    this.folder = folder;
  }

  /** The holds of a data directory; the folder is made with the first hold. */
  public static FootageHolds open(Path dataDir) {
    return new FootageHolds(dataDir.resolve("holds"));
  }

  /**
   * Holds footage. The same id and camera again replaces what it held before, so this may be
   * repeated, and widened while an incident goes on.
   */
  public void hold(String id, String cameraId, Instant from, Instant to, String reason)
      throws IOException {
    FootageHold hold = new FootageHold(id, cameraId, from, to, reason);
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, ".hold-", ".tmp");
    try {
      write(temporary, json(hold));
      Files.move(temporary, folder.resolve(fileName(hold)), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    flushFolder();
  }

  /** Gives up everything held under this id; returns whether there was something. */
  public boolean release(String id) throws IOException {
    boolean released = false;
    for (Path file : files(encode(id) + "@*" + SUFFIX)) {
      released |= Files.deleteIfExists(file);
    }
    if (released) {
      flushFolder();
    }
    return released;
  }

  /** Every hold, by begin. */
  public List<FootageHold> list() throws IOException {
    List<FootageHold> holds = new ArrayList<>();
    for (Path file : files("*@*" + SUFFIX)) {
      try {
        holds.add(parse(file));
      } catch (NoSuchFileException releasedMeanwhile) {
        continue;
      }
    }
    holds.sort(Comparator.comparing(FootageHold::from).thenComparing(FootageHold::id));
    return holds;
  }

  /** True where a hold needs something of this segment. */
  public boolean covers(Segment segment) throws IOException {
    return spans().overlap(segment);
  }

  private HeldSpans spans() throws IOException {
    if (!Files.exists(folder)) {
      return new HeldSpans(List.of());
    }
    FileTime changed = Files.getLastModifiedTime(folder);
    Known before = known;
    if (before != null && before.changed().equals(changed)) {
      return before.spans();
    }
    boolean settled = changed.toInstant().isBefore(Instant.now().minus(SETTLED));
    HeldSpans spans = new HeldSpans(list());
    known = settled ? new Known(changed, spans) : null;
    return spans;
  }

  private List<Path> files(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(files::add);
    } catch (NoSuchFileException noHoldYet) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw new IOException("Holds in '" + folder + "' cannot be read: " + e.getMessage(), e);
    }
    return files;
  }

  private String json(FootageHold hold) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", hold.id());
    fields.put("cameraId", hold.cameraId());
    fields.put("from", hold.from().toString());
    fields.put("to", hold.to().toString());
    fields.put("reason", hold.reason());
    return mapper.writeValueAsString(fields) + "\n";
  }

  private FootageHold parse(Path file) throws IOException {
    try {
      JsonNode json = mapper.readTree(Files.readString(file));
      return new FootageHold(
          json.required("id").stringValue(),
          json.required("cameraId").stringValue(),
          Instant.parse(json.required("from").stringValue()),
          Instant.parse(json.required("to").stringValue()),
          json.path("reason").asString(""));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "Hold '" + file + "' cannot be read; mend or remove it, nothing is deleted until then",
          e);
    }
  }

  private static String fileName(FootageHold hold) {
    return encode(hold.id()) + "@" + encode(hold.cameraId()) + SUFFIX;
  }

  /** An id as a file name: without separators, without glob characters, never hidden or long. */
  private static String encode(String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("*", "%2A");
    if (encoded.length() > MAX_NAME) {
      return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }

  private static void write(Path file, String content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private void flushFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

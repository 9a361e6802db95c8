package io.zaigang.ingest.clip;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain over all manifests of an installation: a file to which each manifest adds a line that
 * covers its seal and the line before. A manifest that is changed, taken out or put in later breaks
 * it. What the last line covers can be written down elsewhere (the dashboard enters it in its
 * register), so that not even the whole chain can be made anew unseen.
 *
 * <p>Several processes may append; the file is locked meanwhile. A line cut short by a loss of
 * power is removed by the next one. Where the end of the file was damaged otherwise, evidence does
 * not stop: what cannot be read is kept in a file of its own beside the chain, and the chain goes
 * on behind its last whole link with one that names the break. Clips whose links were lost in it no
 * longer agree with the chain, and {@link ClipCheck} says why.
 */
public final class ManifestChain {

  private static final String FILE_NAME = "chain.ndjson";
  private static final int MOST_LINE_BYTES = 4096;
  private static final String BREAK = "break: ";
  private static final Object ONE_AT_A_TIME = new Object();
  private static final Logger LOG = LoggerFactory.getLogger(ManifestChain.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;

  private ManifestChain(Path file) {
    this.file = file;
  }

  /** The chain in an evidence folder; made with the first link. */
  public static ManifestChain in(Path evidenceFolder) {
    return new ManifestChain(evidenceFolder.resolve(FILE_NAME));
  }

  /** The chain of a data directory. */
  public static ManifestChain ofData(Path dataDir) {
    return in(dataDir.resolve("evidence"));
  }

  /** The chain whose folder holds this file, directly or deeper; empty where there is none. */
  public static Optional<ManifestChain> above(Path clip) {
    for (Path folder = clip.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.exists(folder.resolve(FILE_NAME))) {
        return Optional.of(in(folder));
      }
    }
    return Optional.empty();
  }

  /** The data directory that this is the chain of. */
  Path dataDir() {
    Path folder = file.toAbsolutePath().getParent();
    Path data = folder == null ? null : folder.getParent();
    return data == null ? file.toAbsolutePath().getRoot() : data;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Adds a link; when this returns it survives a loss of power. */
  public ChainLink append(String clip, String seal, Instant at) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        ChainLink link = ChainLink.after(last(channel, now), now, clip, seal);
        write(channel, link);
        channel.force(true);
        return link;
      }
    }
  }

  private static void write(FileChannel channel, ChainLink link) throws IOException {
    byte[] line = (MAPPER.writeValueAsString(link) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** The last whole link; the channel then stands behind it, with nothing after. */
  private ChainLink last(FileChannel channel, Instant now) throws IOException {
    long size = channel.size();
    int tail = (int) Math.min(size, MOST_LINE_BYTES);
    byte[] bytes = read(channel, size - tail, tail);
    int end = lineEnd(bytes, bytes.length);
    if (end == 0 && size == tail) {
      channel.truncate(0);
      return ChainLink.start();
    }
    int begin = lineEnd(bytes, end - 1);
    Optional<ChainLink> last = link(Arrays.copyOfRange(bytes, begin, Math.max(begin, end)));
    if (last.isEmpty()) {
      return goOnBehindDamage(channel, now);
    }
    channel.truncate(size - tail + end);
    channel.position(size - tail + end);
    return last.get();
  }

  /**
   * Keeps what follows the last whole link aside and adds a link that names the break.
   *
   * @return that link
   */
  private ChainLink goOnBehindDamage(FileChannel channel, Instant now) throws IOException {
    byte[] whole = read(channel, 0, Math.toIntExact(channel.size()));
    int end = lineEnd(whole, whole.length);
    ChainLink before = ChainLink.start();
    while (end > 0) {
      int begin = lineEnd(whole, end - 1);
      Optional<ChainLink> link = link(Arrays.copyOfRange(whole, begin, end));
      if (link.isPresent()) {
        before = link.get();
        break;
      }
      end = begin;
    }
    byte[] damaged = Arrays.copyOfRange(whole, end, whole.length);
    String sum = Sha256.of(damaged);
    Path aside = file.resolveSibling("chain.damaged-" + sum.substring(0, 16));
    try (FileChannel kept =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      kept.write(ByteBuffer.wrap(damaged));
      kept.force(true);
    }
    channel.truncate(end);
    channel.position(end);
    String what =
        BREAK
            + "%d bytes behind link %d were no links and are kept in %s"
                .formatted(damaged.length, before.number(), aside.getFileName());
    LOG.error("Chain '{}' was damaged: {}; find out who or what wrote there", file, what);
    ChainLink broken = ChainLink.after(before, now, what, sum);
    write(channel, broken);
    return broken;
  }

  /** Where the last whole line before this place ends: behind its line feed; 0 without one. */
  private static int lineEnd(byte[] bytes, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
      // Reads on until the buffer is full.
    }
    return bytes.array();
  }

  private static Optional<ChainLink> link(byte[] line) {
    try {
      return Optional.ofNullable(
              MAPPER.readValue(new String(line, StandardCharsets.UTF_8), ChainLink.class))
          .filter(ChainLink::isWhole);
    } catch (JacksonException noLink) {
      return Optional.empty();
    }
  }

  private ChainLink parse(String line) throws IOException {
    try {
      return MAPPER.readValue(line, ChainLink.class);
    } catch (JacksonException e) {
      throw new IOException("Chain '" + file + "' holds a line that is no link: " + line.strip());
    }
  }

  /** All links, in order. */
  public List<ChainLink> links() throws IOException {
    List<ChainLink> links = new ArrayList<>();
    if (exists()) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          links.add(parse(line));
        }
      }
    }
    return links;
  }

  /** What is wrong with the chain itself, one line each: where it breaks first. */
  public List<String> problems() throws IOException {
    ChainLink before = ChainLink.start();
    for (ChainLink link : links()) {
      if (!link.follows(before)) {
        return List.of(
            "chain %s breaks at link %d (%s): it was altered, or a link before it taken out or put in"
                .formatted(file, link.number(), link.clip()));
      }
      before = link;
    }
    return List.of();
  }

  /** What of the chain was lost and when that was noticed, one line each. */
  public List<String> breaks() throws IOException {
    return links().stream()
        .filter(link -> link.clip().startsWith(BREAK))
        .map(link -> link.clip().substring(BREAK.length()) + ", noticed at " + link.at())
        .toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

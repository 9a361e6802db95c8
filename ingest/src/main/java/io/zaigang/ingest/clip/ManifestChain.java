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
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain over all manifests of an installation: a file to which each manifest adds a line that
 * covers its seal and the line before. A manifest that is changed, taken out or put in later breaks
 * it. What the last line covers can be written down elsewhere (the dashboard enters it in its
 * register), so that not even the whole chain can be made anew unseen.
 *
 * <p>Several processes may append; the file is locked meanwhile. A line cut short by a loss of
 * power is removed by the next one.
 */
public final class ManifestChain {

  private static final String FILE_NAME = "chain.ndjson";
  private static final int MOST_LINE_BYTES = 4096;
  private static final Object ONE_AT_A_TIME = new Object();
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
        ChainLink link =
            ChainLink.after(last(channel), at.truncatedTo(ChronoUnit.MILLIS), clip, seal);
        byte[] line = (MAPPER.writeValueAsString(link) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer rest = ByteBuffer.wrap(line);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
        return link;
      }
    }
  }

  /** The last whole link; the channel then stands behind it, with nothing after. */
  private ChainLink last(FileChannel channel) throws IOException {
    long size = channel.size();
    int tail = (int) Math.min(size, MOST_LINE_BYTES);
    ByteBuffer bytes = ByteBuffer.allocate(tail);
    while (bytes.hasRemaining() && channel.read(bytes, size - tail + bytes.position()) > 0) {
      // Reads on until the buffer is full.
    }
    String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('\n') + 1;
    channel.truncate(size - tail + end);
    channel.position(size - tail + end);
    if (end == 0) {
      return ChainLink.start();
    }
    int begin = text.lastIndexOf('\n', end - 2) + 1;
    return parse(new String(bytes.array(), begin, end - begin, StandardCharsets.UTF_8));
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

  @Override
  public String toString() {
    return file.toString();
  }
}

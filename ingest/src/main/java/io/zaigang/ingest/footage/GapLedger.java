package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a camera's footage has holes: lines of {@code from to cause} beside its days. The holes
 * themselves follow from the segments' names; the ledger only explains them, and what it does not
 * mention has no known cause.
 *
 * <p>Three files, each with one writer: {@code gaps.txt}, to which the recorder appends; {@code
 * gap-now.txt}, the hole that is still growing, written over and over so that a killed recorder
 * does not forget it; {@code deleted.txt}, what retention took away.
 */
public final class GapLedger {

  private static final Object PRUNING = new Object();

  private final FootageLog log;
  private final Path past;
  private final Path growing;
  private final Path deleted;

  private GapLedger(FootageLog log, Path folder) {
    this.log = log;
    this.past = folder.resolve("gaps.txt");
    this.growing = folder.resolve("gap-now.txt");
    this.deleted = folder.resolve("deleted.txt");
  }

  /** The ledger in a camera's folder. */
  public static GapLedger of(FootageLog log, String cameraId) {
    return new GapLedger(log, log.cameraFolder(cameraId));
  }

  /** Adds explanations. */
  public void add(List<Gap> gaps) throws IOException {
    if (gaps.isEmpty()) {
      return;
    }
    prepareFolder();
    synchronized (PRUNING) {
      try (FileChannel channel =
          FileChannel.open(
              past, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        // A line that a power cut tore must not spoil the one after it.
        String separator = endsInLineBreak(channel) ? "" : "\n";
        channel.position(channel.size());
        writeAll(channel, separator + text(gaps));
      }
    }
  }

  /**
   * Writes down the hole that is still growing, in place of what was said of it before; nothing
   * once it has ended.
   */
  public void grows(List<Gap> soFar) throws IOException {
    if (soFar.isEmpty()) {
      Files.deleteIfExists(growing);
    } else {
      replace(growing, soFar);
    }
  }

  /**
   * Adds what a recorder that was killed wrote of a hole that was growing.
   *
   * @return until when that explains; empty where none was growing
   */
  public Optional<Instant> settle() throws IOException {
    List<Gap> soFar = read(growing);
    add(soFar);
    grows(List.of());
    return soFar.stream().map(Gap::to).max(Comparator.naturalOrder());
  }

  /** Notes what retention takes away, joined with what it took before. */
  public void deleted(List<Gap> gone) throws IOException {
    List<Gap> all = new ArrayList<>(read(deleted));
    all.addAll(gone);
    replace(deleted, GapCauses.joined(all));
  }

  /** Forgets explanations of what ended before an instant. */
  public void prune(Instant before) throws IOException {
    synchronized (PRUNING) {
      List<Gap> entries = read(past);
      List<Gap> kept = entries.stream().filter(gap -> gap.to().isAfter(before)).toList();
      if (kept.size() < entries.size()) {
        replace(past, kept);
      }
    }
  }

  /** Everything written down, the newest last; lines that cannot be read are left out. */
  public List<Gap> entries() {
    return Stream.of(deleted, past, growing).flatMap(file -> read(file).stream()).toList();
  }

  /** Until when holes are explained; empty where none is. */
  Optional<Instant> end() {
    return entries().stream().map(Gap::to).max(Comparator.naturalOrder());
  }

  /** Divides each hole into stretches of one cause. */
  List<Gap> explain(List<Gap> holes) {
    return holes.isEmpty() ? holes : GapCauses.explain(holes, entries());
  }

  private void prepareFolder() throws IOException {
    log.requireDisk();
    Files.createDirectories(past.getParent());
  }

  private void replace(Path file, List<Gap> gaps) throws IOException {
    prepareFolder();
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writeAll(channel, text(gaps));
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean endsInLineBreak(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return true;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
  }

  private static void writeAll(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String text(List<Gap> gaps) {
    return gaps.stream()
        .map(gap -> gap.from() + " " + gap.to() + " " + gap.cause() + "\n")
        .collect(Collectors.joining());
  }

  private static List<Gap> read(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
          .flatMap(line -> parse(line).stream())
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static Optional<Gap> parse(String line) {
    String[] parts = line.split(" ");
    try {
      return parts.length == 3
          ? Optional.of(
              new Gap(Instant.parse(parts[0]), Instant.parse(parts[1]), GapCause.valueOf(parts[2])))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}

package io.zaigang.job.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Watches how much memory this process holds, native memory included, from start to close. */
final class ResidentMemory implements AutoCloseable {

  private static final long EVERY_MILLIS = 250;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KIBI = 1024;

  private final List<Reading> readings = new ArrayList<>();
  private final Thread watcher = new Thread(this::watch, "resident-memory");

  /**
   * What was held at a moment.
   *
   * @param rssBytes all of it
   * @param heapBytes what the Java heap had of it at most
   */
  record Reading(long rssBytes, long heapBytes) {
    /** Beside the heap: codecs, networks, stacks, the machine's code. */
    long nativeBytes() {
      return Math.max(0, rssBytes - heapBytes);
    }
  }

  private ResidentMemory() {}

  static ResidentMemory watching() {
    ResidentMemory memory = new ResidentMemory();
    memory.read();
    memory.watcher.setDaemon(true);
    memory.watcher.start();
    return memory;
  }

  synchronized long peakBytes() {
    return readings.stream().mapToLong(Reading::rssBytes).max().orElse(0);
  }

  /** The largest reading of each of so many equal parts of the time watched. */
  synchronized List<Reading> peaks(int parts) {
    List<Reading> peaks = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      List<Reading> some =
          readings.subList(
              readings.size() * part / parts,
              Math.max(readings.size() * part / parts + 1, readings.size() * (part + 1) / parts));
      peaks.add(
          new Reading(
              some.stream().mapToLong(Reading::rssBytes).max().orElse(0),
              some.stream().mapToLong(Reading::heapBytes).max().orElse(0)));
    }
    return peaks;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        read();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void read() {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    readings.add(new Reading(rss(), heap));
  }

  /** Zero where the system does not say. */
  private static long rss() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
          .findFirst()
          .orElse(0);
    } catch (IOException noProc) {
      return 0;
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}

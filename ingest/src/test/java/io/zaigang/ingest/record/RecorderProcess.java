package io.zaigang.ingest.record;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recorder as users run it: a process of its own, which can be killed and measured. */
public final class RecorderProcess implements AutoCloseable {

  /** Clock ticks in a second in /proc (sysconf _SC_CLK_TCK), 100 on every Linux. */
  private static final double TICKS = 100;

  private final Process process;
  private final int healthPort;

  private RecorderProcess(Process process, int healthPort) {
    this.process = process;
    this.healthPort = healthPort;
  }

  /** Starts recording these addresses, by camera id, with the settings of deploy/lib/java.sh. */
  public static RecorderProcess start(Path folder, Path data, Map<String, String> cameras)
      throws IOException {
    return start(folder, data, cameras, Shard.ONLY);
  }

  /** The same as one of several recorders. */
  public static RecorderProcess start(
      Path folder, Path data, Map<String, String> cameras, Shard shard) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-Xms32m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.zaigang.ingest.cli.IngestMain");
    command.addAll(List.of("record", "--site", site(folder, cameras).toString()));
    command.addAll(List.of("--data", data.toString(), "--health-port", String.valueOf(port)));
    command.addAll(
        List.of(
            "--shard",
            shard.toString(),
            "--reconcile-every",
            shard.equals(Shard.ONLY) ? "10" : "1"));
    // Whatever else fills the machine's disk is not what these tests are about.
    command.addAll(List.of("--disk-floor-mb", "0", "--disk-warn-mb", "0"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("recorder.log").toFile()))
            .start();
    return new RecorderProcess(process, port);
  }

  private static Path site(Path folder, Map<String, String> cameras) throws IOException {
    String list =
        cameras.entrySet().stream()
            .map(
                camera ->
                    "  - { id: %s, name: %1$s, url: \"%s\" }\n"
                        .formatted(camera.getKey(), camera.getValue()))
            .collect(Collectors.joining());
    String first = cameras.keySet().iterator().next();
    return Files.writeString(
        folder.resolve("site.yaml"),
        """
        hall: { id: h, name: 大厅, timeZone: Asia/Shanghai }
        calendar: { workdays: [MON], seasons: [{ name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }] }
        cameras:
        %s
        windows:
          - { id: w1, name: 一号窗口, unit: 局, kind: COUNTER, minOnPost: 1, posts: [{ id: p1, name: A岗, zones: [{ camera: %s, polygon: [[0,0],[1,0],[1,1]] }] }] }
        """
            .formatted(list, first));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The recorder's own page, such as {@code /metrics}: status, a space and the text. */
  public String get(String path) throws Exception {
    return Http.get(healthPort, path);
  }

  /** True once it has started; it begins to record in the same moment. */
  public boolean isAnswering() throws Exception {
    try {
      get("/metrics");
      return true;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  /** Ends it as a power cut does: at once, in the middle of whatever it does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to end, and waits until it has. */
  public void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("The recorder did not stop within 60 s");
    }
  }

  /** CPU time used so far. */
  public double cpuSeconds() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  /** Memory it holds now. */
  public long residentBytes() throws IOException {
    try (Stream<String> lines = Files.lines(proc("status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          * 1024;
    }
  }

  /** Files and sockets it has open. */
  public int handles() throws IOException {
    try (Stream<Path> open = Files.list(proc("fd"))) {
      return (int) open.count();
    }
  }

  private Path proc(String name) {
    return Path.of("/proc", String.valueOf(process.pid()), name);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}

package io.zaigang.job.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Flink cluster of processes of their own on the loopback address: a job manager and task
 * managers, started from the class path of this process.
 */
public final class FlinkProcesses implements AutoCloseable {

  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final int STOP_SECONDS = 10;
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.net",
          "java.io",
          "java.nio",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "sun.nio.ch");

  private final Path dir;
  private final RemoteFlink address;
  private final Cores cores;
  private final Process jobManager;
  private final Map<Integer, Process> taskManagers = new TreeMap<>();

  private FlinkProcesses(Path dir, RemoteFlink address, Cores cores) throws IOException {
    this.dir = dir;
    this.address = address;
    this.cores = cores;
    this.jobManager = start("job-manager", java(List.of("-Xmx512m"), JOB_MANAGER));
  }

  /**
   * Starts a job manager.
   *
   * @param dir for settings and logs
   * @param cores what a task manager may use
   */
  public static FlinkProcesses in(Path dir, Cores cores) throws IOException {
    Files.createDirectories(dir);
    int restPort = freePort();
    Map<String, String> settings = new TreeMap<>();
    settings.put("jobmanager.rpc.address", "127.0.0.1");
    settings.put("jobmanager.bind-host", "127.0.0.1");
    settings.put("jobmanager.rpc.port", String.valueOf(freePort()));
    settings.put("jobmanager.memory.process.size", "1024m");
    settings.put("rest.address", "127.0.0.1");
    settings.put("rest.bind-address", "127.0.0.1");
    settings.put("rest.port", String.valueOf(restPort));
    settings.put("web.submit.enable", "false");
    settings.put("taskmanager.host", "127.0.0.1");
    settings.put("taskmanager.bind-host", "127.0.0.1");
    settings.put("taskmanager.numberOfTaskSlots", "2");
    settings.put("taskmanager.load-balance.mode", "SLOTS"); // each task manager has its share
    settings.put("taskmanager.cpu.cores", "2.0");
    settings.put("taskmanager.memory.framework.heap.size", "128m");
    settings.put("taskmanager.memory.framework.off-heap.size", "128m");
    settings.put("taskmanager.memory.task.heap.size", "512m");
    settings.put("taskmanager.memory.task.off-heap.size", "256m");
    settings.put("taskmanager.memory.managed.size", "128m");
    settings.put("taskmanager.memory.network.min", "64m");
    settings.put("taskmanager.memory.network.max", "64m");
    settings.put("taskmanager.memory.jvm-metaspace.size", "256m");
    settings.put("taskmanager.memory.jvm-overhead.min", "192m");
    settings.put("taskmanager.memory.jvm-overhead.max", "192m");
    settings.put("heartbeat.interval", "1000");
    settings.put("heartbeat.timeout", "20000"); // a dead one is noticed earlier: it refuses
    List<String> lines =
        settings.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
    Files.write(dir.resolve("config.yaml"), lines);
    return new FlinkProcesses(dir, new RemoteFlink("127.0.0.1", restPort), cores);
  }

  public RemoteFlink address() {
    return address;
  }

  /** Starts a task manager of two slots, or starts a dead one again. */
  public void startTaskManager(int number) throws IOException {
    List<String> command = new ArrayList<>(cores.of(number));
    command.addAll(java(List.of("-Xmx640m", "-XX:MaxDirectMemorySize=448m"), TASK_MANAGER));
    command.addAll(List.of("-D", "taskmanager.resource-id=tm-" + number + "-" + System.nanoTime()));
    taskManagers.put(number, start("task-manager-" + number, command));
  }

  /** Whether the job manager has not ended by itself, as it does where a port is taken. */
  boolean jobManagerRuns() {
    return jobManager.isAlive();
  }

  /** CPU seconds that the task managers running now have used since they were started. */
  double cpuSeconds() {
    return taskManagers.values().stream()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(used -> used.toMillis() / 1000.0)
        .sum();
  }

  /** As {@code kill -9}: it gets no chance to say anything. */
  public void killTaskManager(int number) throws InterruptedException {
    Process process = taskManagers.get(number);
    if (process == null) {
      throw new IllegalArgumentException("There is no task manager " + number);
    }
    process.destroyForcibly().waitFor();
  }

  /** What a process wrote last, for when it did not do what it should. */
  public String tailOfLogs() throws IOException {
    StringBuilder tail = new StringBuilder();
    try (Stream<Path> logs = Files.list(dir)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
        List<String> lines = Files.readAllLines(log);
        tail.append(log.getFileName()).append(":\n");
        lines
            .subList(Math.max(0, lines.size() - 15), lines.size())
            .forEach(line -> tail.append("  ").append(line).append('\n'));
      }
    }
    return tail.toString();
  }

  private List<String> java(List<String> memory, String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(memory);
    command.add("-XX:+UseSerialGC");
    OPENED.forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of("-c", dir.toString()));
    return command;
  }

  private Process start(String name, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve(name + ".log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    List<Process> all = new ArrayList<>(taskManagers.values());
    all.add(jobManager);
    all.forEach(Process::destroy);
    try {
      for (Process process : all) {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      all.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}

package io.zaigang.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line, called in a process of its own, as a user calls it. */
final class Zaigang {

  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Zaigang() {}

  /** What a call left behind. */
  record Outcome(int exitCode, String output, String errors) {

    /** Lines on stderr. */
    List<String> errorLines() {
      return errors.lines().toList();
    }
  }

  /** Runs {@code deploy/zaigang} with these arguments and waits for its end. */
  static Outcome run(Object... arguments) {
    return runWith(Map.of(), arguments);
  }

  /** As {@link #run}, with more in the environment. */
  static Outcome runWith(Map<String, String> environment, Object... arguments) {
    try {
      Path output = Files.createTempFile("zaigang", ".out");
      Path errors = Files.createTempFile("zaigang", ".err");
      try {
        ProcessBuilder builder = command(arguments);
        builder.environment().putAll(environment);
        Process process =
            builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "no end after " + LIMIT + ": " + List.of(arguments) + "\n" + read(errors));
        }
        return new Outcome(process.exitValue(), read(output), read(errors));
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The call itself; the build under test is running, so none may be started from within. */
  static ProcessBuilder command(Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("deploy/zaigang").toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ZAIGANG_BUILD", "never");
    return builder;
  }

  /** A port of the loopback address on which nobody listened a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

package io.zaigang.dashboard.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that runs over a data directory, as its {@code postmaster.pid} tells.
 *
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** The server over this folder; empty where none runs, whatever file a dead one has left. */
  static Optional<Postmaster> running(Path folder) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(folder.resolve("postmaster.pid"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    try {
      long pid = Long.parseLong(lines.get(PID_LINE).strip());
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(process -> new Postmaster(process, port));
    } catch (IndexOutOfBoundsException | NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }
}

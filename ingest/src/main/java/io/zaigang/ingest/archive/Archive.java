package io.zaigang.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files kept elsewhere under names with slashes, each with the SHA-256 it was sent with. A file
 * appears whole or not at all. Safe for use by several threads.
 *
 * <p>Every method throws {@link ArchiveAwayException} where trying again later may help, and {@link
 * ArchiveRefusedException} where somebody has to change something first.
 */
public interface Archive extends AutoCloseable {

  /** Sends a file, in place of what bore that name before. */
  void put(String name, Path file, String sha256) throws IOException;

  /**
   * Brings a file; what was at {@code to} is written over.
   *
   * @return the SHA-256 it was sent with; empty where none is noted
   */
  Optional<String> get(String name, Path to) throws IOException;

  /** The SHA-256 a file was sent with; empty where there is no such file, or none is noted. */
  Optional<String> sha256(String name) throws IOException;

  /** The files whose names begin so, by name. */
  List<StoredFile> list(String prefix) throws IOException;

  /** The next parts, up to a slash, of names that begin so: as folders in a folder, by name. */
  List<String> folders(String prefix) throws IOException;

  /** Removes a file; nothing happens where there is none. */
  void delete(String name) throws IOException;

  @Override
  void close();
}

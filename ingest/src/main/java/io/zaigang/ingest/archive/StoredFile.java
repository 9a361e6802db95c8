package io.zaigang.ingest.archive;

/**
 * A file in the archive.
 *
 * @param name its whole name, with slashes
 * @param bytes its size
 */
public record StoredFile(String name, long bytes) {

  /** The last part of the name. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}

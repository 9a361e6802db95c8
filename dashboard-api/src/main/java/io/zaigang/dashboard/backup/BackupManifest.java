package io.zaigang.dashboard.backup;

import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds; its last entry.
 *
 * @param format of the file; another is refused
 * @param createdAt ISO-8601
 * @param schema the version of the database's tables
 * @param sequences where the database's counters stood
 * @param entries every other entry of the file
 */
record BackupManifest(
    int format, String createdAt, String schema, List<Sequence> sequences, List<Entry> entries) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One entry: {@code database/TABLE} or {@code files/PATH}. */
  record Entry(String name, long bytes, String sha256) {}

  /** One counter of the database. */
  record Sequence(String name, long lastValue, boolean called) {}

  byte[] json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  static BackupManifest read(ZipFile backup) throws IOException {
    ZipEntry entry = backup.getEntry(NAME);
    if (entry == null) {
      throw new StartupProblem(
          backup.getName() + " is no complete backup: it ends before its " + NAME);
    }
    try (InputStream in = backup.getInputStream(entry)) {
      BackupManifest manifest = JSON.readValue(in, BackupManifest.class);
      if (manifest.format() != FORMAT) {
        throw new StartupProblem(
            "%s has format %d; this version reads %d"
                .formatted(backup.getName(), manifest.format(), FORMAT));
      }
      return manifest;
    } catch (JacksonException e) {
      throw new StartupProblem(backup.getName() + " has a broken " + NAME);
    }
  }
}

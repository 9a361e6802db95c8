package io.zaigang.ingest.archive;

import io.zaigang.ingest.clip.Sha256;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies why footage is missing: each camera's {@code gaps.txt} and {@code deleted.txt}, whenever
 * they say something else than the copy. One thread.
 */
final class LedgerCopier {

  private static final List<String> TEXTS = List.of("gaps.txt", "deleted.txt");

  private final FootageLog log;
  private final Archive archive;
  private final Map<String, String> archived = new HashMap<>();

  LedgerCopier(FootageLog log, Archive archive) {
    this.log = log;
    this.archive = archive;
  }

  /** Returns how many were sent. */
  int run() throws IOException {
    int sent = 0;
    for (String camera : log.cameras()) {
      for (String text : TEXTS) {
        sent += copy(ArchivedNames.camera(camera) + text, log.cameraFolder(camera).resolve(text));
      }
    }
    return sent;
  }

  /** A copy of the text is sent, for the recorder may add a line at any moment. */
  private int copy(String name, Path text) throws IOException {
    Path moment = Files.createTempFile("zaigang-ledger-", ".txt");
    try {
      Files.write(moment, Files.readAllBytes(text));
      String sha256 = Sha256.of(moment);
      if (sha256.equals(archived.get(name))) {
        return 0;
      }
      boolean there = archive.sha256(name).equals(Optional.of(sha256));
      if (!there) {
        archive.put(name, moment, sha256);
      }
      archived.put(name, sha256);
      return there ? 0 : 1;
    } catch (NoSuchFileException nothingMissingYet) {
      return 0;
    } finally {
      Files.deleteIfExists(moment);
    }
  }
}

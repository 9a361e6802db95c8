package io.zaigang.ingest.archive;

import java.io.IOException;

/** The archive will not have it: key, bucket or settings are wrong. The message says what to do. */
public final class ArchiveRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  ArchiveRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}

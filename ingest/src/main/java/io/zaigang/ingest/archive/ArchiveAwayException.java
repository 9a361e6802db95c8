package io.zaigang.ingest.archive;

import java.io.IOException;

/** The archive does not answer, or not well; the same call may succeed later. */
public final class ArchiveAwayException extends IOException {

  private static final long serialVersionUID = 1;

  ArchiveAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.zaigang.ingest.record;

import java.io.IOException;

/** A video that is not put into the log, and why: the caller's mistake, not a failure. */
public final class ImportRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  public ImportRefusedException(String message) {
    super(message);
  }
}

package io.zaigang.ingest.av;

import java.io.IOException;

/** Something FFmpeg refused, in its own words after ours. Never holds an address or a password. */
public final class AvException extends IOException {

  private static final long serialVersionUID = 1;

  private final int code;

  AvException(String what, int code) {
    super(what + ": " + Av.text(code));
    this.code = code;
  }

  public AvException(String message) {
    super(message);
    this.code = 0;
  }

  /** FFmpeg's error number, or 0 where the problem was found by us. */
  int code() {
    return code;
  }
}

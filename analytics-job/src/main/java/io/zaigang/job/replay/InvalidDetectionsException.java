package io.zaigang.job.replay;

/** A file of detections is not what it should be; the message names file and line. */
public final class InvalidDetectionsException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidDetectionsException(String message) {
    super(message);
  }
}

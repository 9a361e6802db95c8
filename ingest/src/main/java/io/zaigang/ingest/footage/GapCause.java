package io.zaigang.ingest.footage;

/** Why footage is missing, as far as anybody wrote it down. */
public enum GapCause {
  /** The camera could not be reached or sent nothing. */
  CAMERA_OFFLINE,
  /** No recorder ran. */
  RECORDER_DOWN,
  /** The disk refused to take more: full, read-only or gone. */
  DISK_REFUSED,
  /** The clock of the recorder's machine was set: the hole may never have existed. */
  CLOCK_SET,
  /** Deleted by retention. */
  DELETED,
  /** Nobody knows. */
  UNKNOWN
}

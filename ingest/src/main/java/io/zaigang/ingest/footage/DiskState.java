package io.zaigang.ingest.footage;

/** How much room there is for footage. */
public enum DiskState {
  /** Enough. */
  ENOUGH,
  /** Little: somebody should make room before footage is deleted early. */
  LOW,
  /** Below the floor: the oldest footage that is not held goes before its time. */
  DELETING_EARLY,
  /** Below the floor, and all that is left is held or of today: soon nothing can be recorded. */
  NOTHING_TO_DELETE
}

package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.DiskState;
import org.jspecify.annotations.Nullable;

/**
 * How the disk with the footage does.
 *
 * @param trouble why retention could not do its work; null where it could
 * @param daysLeft days until the disk is full if nothing were deleted, at the rate of this run;
 *     null while that is not known
 * @param deletedByAge segments deleted since the start because their time was up
 * @param deletedForSpace segments deleted before their time
 */
public record DiskStatus(
    DiskState state,
    @Nullable String trouble,
    long usableBytes,
    long totalBytes,
    @Nullable Double daysLeft,
    long deletedByAge,
    long deletedForSpace) {

  /** Before anything is known. */
  public static final DiskStatus UNKNOWN = new DiskStatus(DiskState.ENOUGH, null, 0, 0, null, 0, 0);

  /** True while footage is kept as long as it should be. */
  public boolean isWell() {
    return trouble == null && (state == DiskState.ENOUGH || state == DiskState.LOW);
  }

  DiskStatus failing(String reason) {
    return new DiskStatus(
        state, reason, usableBytes, totalBytes, daysLeft, deletedByAge, deletedForSpace);
  }
}

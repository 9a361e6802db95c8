package io.zaigang.dashboard.upkeep;

import io.zaigang.ingest.footage.DiskState;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the footage takes, and how long there is room for it.
 *
 * @param disk what the recorder last said; null where it has said nothing yet
 * @param countedAt when the files were counted; null while that is still going on
 * @param cameras empty until they are counted
 */
record StorageView(
    @Nullable Disk disk,
    @Nullable OffsetDateTime countedAt,
    List<CameraStorage> cameras,
    EvidenceStorage evidence) {

  StorageView {
    cameras = List.copyOf(cameras);
  }

  /**
   * The recorder's disk.
   *
   * @param daysLeft days until it is full if nothing were deleted; null while not known
   * @param keepDays after how many days footage is deleted
   * @param floorBytes below this much free space the oldest footage goes early
   */
  record Disk(
      OffsetDateTime at,
      DiskState state,
      @Nullable String trouble,
      long usableBytes,
      long totalBytes,
      @Nullable Double daysLeft,
      long keepDays,
      long floorBytes,
      long warnBytes) {}

  /**
   * The footage of one camera.
   *
   * @param planned false for one that is in the plan no more
   * @param days on how many days there is some
   * @param bytesADay what a whole day takes, by its last days; null before a minute is recorded
   * @param gaps holes of the last 24 hours
   * @param gapSeconds how long they are together
   */
  record CameraStorage(
      String cameraId,
      boolean planned,
      long bytes,
      int days,
      @Nullable Long bytesADay,
      @Nullable OffsetDateTime oldest,
      @Nullable OffsetDateTime newest,
      int gaps,
      long gapSeconds) {}

  /**
   * What is kept whatever retention says.
   *
   * @param clipBytes size of the evidence made
   * @param holds spans of footage that retention leaves alone
   * @param heldSeconds how long they are together
   */
  record EvidenceStorage(
      long clipBytes, int holds, long heldSeconds, @Nullable OffsetDateTime oldestHeld) {}
}

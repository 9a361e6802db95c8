package io.zaigang.job.source.split;

import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;

/**
 * One camera's footage from a moment on. What the camera looks at is not part of it: that is the
 * site plan's, and may change.
 *
 * @param positionMillis media time of the next sample wanted, in epoch milliseconds: samples before
 *     it have been emitted
 * @param endMillis where reading stops, not included; null: never, the footage is followed
 * @param lastSampleMillis media time of the last sample emitted; null before the first. A reader
 *     that starts here decodes that sample again, as the picture that the next one is compared
 *     with, and does not count it again
 * @param memory what judging the samples up to here left to remember, see {@link
 *     io.zaigang.job.source.CameraMemory}
 */
public record FootageSplit(
    String cameraId,
    long positionMillis,
    @Nullable Long endMillis,
    @Nullable Long lastSampleMillis,
    MemoryImage memory)
    implements SourceSplit {

  public FootageSplit {

    if (endMillis != null && endMillis < positionMillis) {
      throw new IllegalArgumentException(
          "Camera '" + cameraId + "': end " + endMillis + " is before " + positionMillis);
    }
    if (lastSampleMillis != null && lastSampleMillis >= positionMillis) {
      throw new IllegalArgumentException(
          "Camera '"
              + cameraId
              + "': last sample "
              + lastSampleMillis
              + " is not before "
              + positionMillis);
    }
  }

  /** A camera nothing of which has been read, to be followed without end. */
  public static FootageSplit following(String cameraId, long fromMillis) {
    return new FootageSplit(cameraId, fromMillis, null, null, MemoryImage.EMPTY);
  }

  /** A camera nothing of which has been read, up to an end. */
  public static FootageSplit between(String cameraId, long fromMillis, long endMillis) {
    return new FootageSplit(cameraId, fromMillis, endMillis, null, MemoryImage.EMPTY);
  }

  /** After a sample was emitted. */
  public FootageSplit sampledAt(long atMillis) {
    return new FootageSplit(cameraId, atMillis + 1, endMillis, atMillis, memory);
  }

  /** After everything before a moment was found not to give a sample. */
  public FootageSplit passed(long millis) {
    long position = Math.max(positionMillis, millis);
    return new FootageSplit(
        cameraId,
        endMillis == null ? position : Math.min(position, endMillis),
        endMillis,
        lastSampleMillis,
        memory);
  }

  /** With what is remembered now. */
  public FootageSplit remembering(MemoryImage image) {
    return new FootageSplit(cameraId, positionMillis, endMillis, lastSampleMillis, image);
  }

  /** The footage is read as it is recorded. */
  public boolean follows() {
    return endMillis == null;
  }

  @Override
  public String splitId() {
    return cameraId;
  }
}

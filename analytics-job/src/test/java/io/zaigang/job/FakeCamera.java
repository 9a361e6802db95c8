package io.zaigang.job;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.job.detect.FrameJudge;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.reader.CameraFootage;
import io.zaigang.job.source.reader.FootageAccess;
import io.zaigang.job.source.reader.FootageItem;
import io.zaigang.job.source.split.FootageSplit;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Footage without video: one sample a second whose single pixel says whether someone is there, by a
 * rhythm of the camera's own; and a detector that reads the pixel and makes up the people.
 */
public final class FakeCamera {

  private static final long SAMPLE_MILLIS = 1000;
  private static final byte SOMEONE = 1;
  private static final int PICTURE_PX = 1000;

  /** Pictures handed out and not closed yet, by anyone in this process. */
  public static final AtomicLong OPEN_PICTURES = new AtomicLong();

  private FakeCamera() {}

  /** 40 s someone, 25 s nobody, and so on; shifted by the camera's name. */
  public static boolean someoneAt(String cameraId, long millis) {
    long shifted = millis / 1000 + Math.floorMod(cameraId.hashCode(), 65);
    return Math.floorMod(shifted, 65) < 40;
  }

  /** Footage up to a moment; a sleep before each sample makes a run last. */
  public static FootageAccess recordedUntil(Instant until, long pauseMillis) {
    long untilMillis = until.toEpochMilli();
    return (split, fps) -> new Footage(split, untilMillis, pauseMillis);
  }

  /** Says of every post of the camera what the pixel says. */
  public static FrameJudge.Factory judge() {
    return Judge::new;
  }

  private static final class Footage implements CameraFootage {
    private final FootageSplit split;
    private final long untilMillis;
    private final long pauseMillis;
    private long next;
    private boolean reminded;

    private Footage(FootageSplit split, long untilMillis, long pauseMillis) {
      this.split = split;
      this.untilMillis = untilMillis;
      this.pauseMillis = pauseMillis;
      this.next = -Math.floorDiv(-split.positionMillis(), SAMPLE_MILLIS) * SAMPLE_MILLIS;
      this.reminded = split.lastSampleMillis() == null;
    }

    @Override
    public @Nullable FootageItem next() {
      if (!reminded) {
        reminded = true;
        long last = split.lastSampleMillis();
        return new FootageItem.LastPicture(Instant.ofEpochMilli(last), picture(last));
      }
      if (next >= untilMillis || ended()) {
        return null;
      }
      pause();
      long at = next;
      next += SAMPLE_MILLIS;
      return new FootageItem.Picture(Instant.ofEpochMilli(at), picture(at), 1);
    }

    private void pause() {
      if (pauseMillis > 0) {
        try {
          Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private BgrPicture picture(long atMillis) {
      return new OnePixel(someoneAt(split.cameraId(), atMillis));
    }

    private boolean ended() {
      return split.endMillis() != null && next >= split.endMillis();
    }

    @Override
    public Ending ending() {
      return split.endMillis() == null ? Ending.NOT_YET : Ending.DONE;
    }

    @Override
    public Instant position() {
      return Instant.ofEpochMilli(next);
    }

    @Override
    public void close() {}
  }

  /** A picture of one pixel. */
  public static final class OnePixel implements BgrPicture {
    private final ByteBuffer pixel = ByteBuffer.allocateDirect(3);
    private boolean closed;

    public OnePixel(boolean someone) {
      pixel.put(0, someone ? SOMEONE : 0);
      OPEN_PICTURES.incrementAndGet();
    }

    @Override
    public int widthPx() {
      return 1;
    }

    @Override
    public int heightPx() {
      return 1;
    }

    @Override
    public int strideBytes() {
      return 3;
    }

    @Override
    public ByteBuffer pixels() {
      if (closed) {
        throw new IllegalStateException("Pixels used after the picture was closed");
      }
      return pixel;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        OPEN_PICTURES.decrementAndGet();
      }
    }
  }

  private static final class Judge implements FrameJudge {
    @Override
    public FrameDetections judge(CameraSample.Sampled sample) {
      boolean someone = sample.picture().pixels().get(0) == SOMEONE;
      List<PostEvidence> posts =
          sample.view().zones().stream()
              .map(zone -> new PostEvidence(zone.postId(), Map.of(), someone ? 0.99 : 0.01))
              .toList();
      return new FrameDetections(
          sample.view().cameraId(),
          sample.at(),
          PICTURE_PX,
          PICTURE_PX,
          null,
          someone ? people(sample.at().getEpochSecond()) : List.of(),
          posts);
    }

    /**
     * Someone who uses a phone by the half hour of a clock that runs fast; now and then company.
     */
    private static List<PersonDetection> people(long second) {
      boolean onThePhone = second / 100 % 2 == 0;
      List<PersonDetection> people = new ArrayList<>();
      people.add(
          new PersonDetection(
              new Box(400, 200, 100, 400), 0.9, onThePhone ? 0.95 : 0.05, onThePhone));
      if (second / 150 % 2 == 0) {
        people.add(PersonDetection.of(new Box(520, 200, 100, 400), 0.8));
        people.add(PersonDetection.of(new Box(640, 200, 100, 400), 0.7));
      }
      return people;
    }

    @Override
    public void remind(CameraSample.Reference reference) {}

    @Override
    public int inferences() {
      return 1;
    }

    @Override
    public void keepOnly(Set<String> cameraIds) {}

    @Override
    public void close() {}
  }
}

package io.zaigang.models.condition;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.models.imaging.GreyPicture;
import io.zaigang.models.imaging.GreyPixels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges from picture to picture of one camera whether it can be used at all.
 *
 * <p>DARK, COVERED and BLURRED are seen in one picture. FROZEN needs time: no camera sends the same
 * pixels for long, its noise alone differs. MOVED needs a memory of the scene: it holds until the
 * camera looks there again, or until its zones are drawn anew and this begins anew.
 *
 * <p>What it remembers fits into some ten kilobytes, see {@link #state}; the last picture is given
 * again with {@link #remind}. Not thread-safe.
 */
public final class CameraCondition {

  private static final int STATE_VERSION = 1;
  private static final int QUALITY_WIDTH_PX = 320;

  /** Until so many pictures were averaged there is no scene to have moved from. */
  private static final int KNOWN_AFTER = 5;

  private final ConditionSettings settings;
  private final SceneMemory scene = new SceneMemory();
  private byte[] lastLevels = {};
  private @Nullable Instant sameSince;
  private @Nullable Instant awaySince;

  public CameraCondition(ConditionSettings settings) {
    this.settings = settings;
  }

  /**
   * Why a picture cannot be used; empty when it can.
   *
   * @param at media time of the picture, after that of the one before
   * @param picture unsmoothed, at least 320 pixels wide where the camera's is
   */
  public Optional<BlindCause> check(Instant at, GreyPicture picture) {
    GreyPixels pixels = qualityPixels(picture);
    boolean frozen = isFrozen(at, pixels);
    PictureQuality quality = PictureQuality.of(pixels);
    if (quality.bright() < settings.darkLevel()) {
      return Optional.of(BlindCause.DARK);
    }
    if (quality.flatShare() >= settings.flatShare()) {
      return Optional.of(BlindCause.COVERED);
    }
    if (quality.sharpness() < settings.sharpness()) {
      return Optional.of(BlindCause.BLURRED);
    }
    if (frozen) {
      return Optional.of(BlindCause.FROZEN);
    }
    return hasMoved(at, picture) ? Optional.of(BlindCause.MOVED) : Optional.empty();
  }

  /** Takes a picture only as the one that the next is compared with. */
  public void remind(GreyPicture picture) {
    lastLevels = qualityPixels(picture).levels();
  }

  private static GreyPixels qualityPixels(GreyPicture picture) {
    int width = Math.min(QUALITY_WIDTH_PX, picture.widthPx());
    int height = Math.max(1, width * picture.heightPx() / picture.widthPx());
    return GreyPixels.of(picture, width, height);
  }

  private boolean isFrozen(Instant at, GreyPixels pixels) {
    boolean same = Arrays.equals(lastLevels, pixels.levels());
    lastLevels = pixels.levels();
    if (!same) {
      sameSince = null;
      return false;
    }
    if (sameSince == null) {
      sameSince = at;
    }
    return !at.isBefore(sameSince.plus(settings.frozenAfter()));
  }

  private boolean hasMoved(Instant at, GreyPicture picture) {
    GreyPixels thumbnail = GreyPixels.of(picture, SceneMemory.WIDTH_PX, SceneMemory.HEIGHT_PX);
    boolean known = scene.count() >= KNOWN_AFTER;
    if (!known || scene.matchingShare(thumbnail) >= settings.matchingShare()) {
      scene.learn(thumbnail);
      awaySince = null;
      return false;
    }
    if (awaySince == null) {
      awaySince = at;
    }
    return !at.isBefore(awaySince.plus(settings.movedAfter()));
  }

  /** What must survive a restart. */
  public byte[] state() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(STATE_VERSION);
      writeInstant(sameSince, out);
      writeInstant(awaySince, out);
      scene.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Takes back what {@link #state} gave.
   *
   * @throws IllegalArgumentException when it is of a version that is not known here
   */
  public void recall(byte[] state) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int version = in.readByte();
      if (version != STATE_VERSION) {
        throw new IllegalArgumentException(
            "State of a camera's condition has version " + version + ", known is " + STATE_VERSION);
      }
      sameSince = readInstant(in);
      awaySince = readInstant(in);
      scene.read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("State of a camera's condition is cut short", e);
    }
  }

  private static void writeInstant(@Nullable Instant at, DataOutputStream out) throws IOException {
    out.writeLong(at == null ? Long.MIN_VALUE : at.toEpochMilli());
  }

  private static @Nullable Instant readInstant(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
  }
}

package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.occupancy.MinuteTally;
import io.zaigang.domain.presence.CameraView;
import io.zaigang.domain.presence.PostPresenceState;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.PresenceChange;
import io.zaigang.domain.presence.Sight;
import io.zaigang.domain.snapshot.StateInput;
import io.zaigang.domain.snapshot.StateOutput;
import io.zaigang.domain.vacancy.Shortage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Writes and reads {@link WindowState} in a versioned binary form, for snapshots.
 *
 * <p>Every change of the form gets a new version, and {@link #read} keeps reading the old ones.
 */
public final class WindowStateCodec {

  /** Version that {@link #write} writes; {@link #read} takes this one and those before it. */
  public static final int VERSION = 3;

  /** The first form with what cameras could not see. */
  private static final int WITH_BLINDNESS = 3;

  private static final int OLDEST = 2;

  private WindowStateCodec() {}

  public static void write(WindowState state, DataOutput target) throws IOException {
    StateOutput out = new StateOutput(target);
    out.number(VERSION);
    out.nullable(state.watermark(), out::instant);
    out.list(state.pending(), observation -> write(observation, out));
    out.nullable(state.settled(), settled -> write(settled, out));
    PhoneCodec.write(state.phones(), out);
    out.list(
        state.blind(),
        blind -> {
          out.text(blind.cameraId());
          out.instant(blind.at());
          out.constant(blind.cause());
        });
  }

  /**
   * @throws IOException also when the version is unknown
   */
  public static WindowState read(DataInput source) throws IOException {
    StateInput in = new StateInput(source);
    int version = in.number();
    if (version < OLDEST || version > VERSION) {
      throw new IOException(
          "State of a service window has version %d; this software reads versions %d to %d"
              .formatted(version, OLDEST, VERSION));
    }
    return new WindowState(
        in.nullable(in::instant),
        in.list(() -> readObservation(in)),
        in.nullable(() -> readSettled(in)),
        PhoneCodec.readState(in),
        version < WITH_BLINDNESS ? List.of() : in.list(() -> readBlindness(in)));
  }

  private static void write(WindowObservation observation, StateOutput out) throws IOException {
    out.text(observation.windowId());
    out.text(observation.cameraId());
    out.instant(observation.at());
    out.nullable(observation.blind(), out::constant);
    out.list(
        observation.readings(),
        reading -> {
          out.text(reading.postId());
          out.fraction(reading.presence());
          out.yesOrNo(reading.found());
        });
    out.list(observation.looks(), look -> PhoneCodec.write(look, out));
  }

  private static WindowObservation readObservation(StateInput in) throws IOException {
    return new WindowObservation(
        in.text(),
        in.text(),
        in.instant(),
        in.nullable(() -> in.constant(BlindCause.class)),
        in.list(() -> new PostReading(in.text(), in.fraction(), in.yesOrNo())),
        in.list(() -> PhoneCodec.readLook(in)));
  }

  private static CameraBlindness readBlindness(StateInput in) throws IOException {
    return new CameraBlindness(in.text(), in.instant(), in.constant(BlindCause.class));
  }

  private static void write(SettledWindow settled, StateOutput out) throws IOException {
    out.instant(settled.until());
    out.list(settled.posts(), post -> write(post, out));
    out.nullable(settled.vacancy(), shortage -> write(shortage, out));
    write(settled.minute(), out);
    out.nullable(settled.latest(), latest -> write(latest, out));
  }

  private static SettledWindow readSettled(StateInput in) throws IOException {
    return new SettledWindow(
        in.instant(),
        in.list(() -> readPost(in)),
        in.nullable(() -> readShortage(in)),
        readTally(in),
        in.nullable(() -> readPresence(in)));
  }

  private static void write(PostState post, StateOutput out) throws IOException {
    out.text(post.postId());
    write(post.looks(), out);
    out.constant(post.presence());
    out.list(
        post.ahead(),
        change -> {
          out.instant(change.at());
          out.constant(change.presence());
        });
    out.nullable(post.unattended(), shortage -> write(shortage, out));
  }

  private static PostState readPost(StateInput in) throws IOException {
    return new PostState(
        in.text(),
        readLooks(in),
        in.constant(Presence.class),
        in.list(() -> new PresenceChange(in.instant(), in.constant(Presence.class))),
        in.nullable(() -> readShortage(in)));
  }

  private static void write(PostPresenceState looks, StateOutput out) throws IOException {
    out.list(
        looks.views(),
        view -> {
          out.text(view.cameraId());
          out.instant(view.at());
          out.constant(view.sight());
        });
    out.nullable(looks.lastLook(), out::instant);
    out.nullable(looks.coveredUntil(), out::instant);
    out.constant(looks.sight());
    out.nullable(looks.lastSeen(), out::instant);
    out.nullable(looks.lastFound(), out::instant);
    out.constant(looks.leaning());
    out.nullable(looks.leaningSince(), out::instant);
    out.constant(looks.settled());
  }

  private static PostPresenceState readLooks(StateInput in) throws IOException {
    return new PostPresenceState(
        in.list(() -> new CameraView(in.text(), in.instant(), in.constant(Sight.class))),
        in.nullable(in::instant),
        in.nullable(in::instant),
        in.constant(Sight.class),
        in.nullable(in::instant),
        in.nullable(in::instant),
        in.constant(Presence.class),
        in.nullable(in::instant),
        in.constant(Presence.class));
  }

  private static void write(Shortage shortage, StateOutput out) throws IOException {
    out.instant(shortage.startedAt());
    out.nullable(shortage.confirmedAt(), out::instant);
    out.millis(shortage.shortMillis());
    out.millis(shortage.blindMillis());
    out.number(shortage.seen());
    out.yesOrNo(shortage.sincePeriodStart());
    out.yesOrNo(shortage.shortAtLast());
  }

  private static Shortage readShortage(StateInput in) throws IOException {
    return new Shortage(
        in.instant(),
        in.nullable(in::instant),
        in.millis(),
        in.millis(),
        in.number(),
        in.yesOrNo(),
        in.yesOrNo());
  }

  private static void write(MinuteTally tally, StateOutput out) throws IOException {
    out.instant(tally.minute());
    out.millis(tally.staffedMillis());
    out.millis(tally.emptyMillis());
    out.millis(tally.blindMillis());
    out.millis(tally.exemptMillis());
    out.millis(tally.personMillis());
  }

  private static MinuteTally readTally(StateInput in) throws IOException {
    return new MinuteTally(
        in.instant(), in.millis(), in.millis(), in.millis(), in.millis(), in.millis());
  }

  private static void write(WindowPresence presence, StateOutput out) throws IOException {
    out.text(presence.windowId());
    out.instant(presence.at());
    out.constant(presence.presence());
    out.number(presence.seen());
    out.instant(presence.since());
  }

  private static WindowPresence readPresence(StateInput in) throws IOException {
    return new WindowPresence(
        in.text(), in.instant(), in.constant(Presence.class), in.number(), in.instant());
  }
}

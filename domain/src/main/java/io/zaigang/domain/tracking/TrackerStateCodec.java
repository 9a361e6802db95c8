package io.zaigang.domain.tracking;

import io.zaigang.domain.snapshot.StateInput;
import io.zaigang.domain.snapshot.StateOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads {@link TrackerState} in a versioned binary form, for snapshots. */
public final class TrackerStateCodec {

  /** Version that {@link #write} writes; {@link #read} takes this one and those before it. */
  public static final int VERSION = 1;

  private TrackerStateCodec() {}

  public static void write(TrackerState state, DataOutput target) throws IOException {
    StateOutput out = new StateOutput(target);
    out.number(VERSION);
    out.nullable(state.at(), out::instant);
    out.number(state.nextId());
    out.list(
        state.persons(),
        person -> {
          out.number(person.id());
          out.instant(person.seenAt());
          out.number(person.sightings());
          write(person.centerX(), out);
          write(person.centerY(), out);
          write(person.width(), out);
          write(person.height(), out);
        });
  }

  /**
   * @throws IOException also when the version is unknown
   */
  public static TrackerState read(DataInput source) throws IOException {
    StateInput in = new StateInput(source);
    int version = in.number();
    if (version != VERSION) {
      throw new IOException(
          "State of a tracker has version %d; this software reads version %d"
              .formatted(version, VERSION));
    }
    return new TrackerState(
        in.nullable(in::instant),
        in.number(),
        in.list(
            () ->
                new TrackedPerson(
                    in.number(),
                    in.instant(),
                    in.number(),
                    readMotion(in),
                    readMotion(in),
                    readMotion(in),
                    readMotion(in))));
  }

  private static void write(Motion motion, StateOutput out) throws IOException {
    out.fraction(motion.position());
    out.fraction(motion.velocity());
    out.fraction(motion.pp());
    out.fraction(motion.pv());
    out.fraction(motion.vv());
  }

  private static Motion readMotion(StateInput in) throws IOException {
    return new Motion(in.fraction(), in.fraction(), in.fraction(), in.fraction(), in.fraction());
  }
}

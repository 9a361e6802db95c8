package io.zaigang.domain.gathering;

import io.zaigang.domain.snapshot.StateInput;
import io.zaigang.domain.snapshot.StateOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads {@link GatheringState} in a versioned binary form, for snapshots. */
public final class GatheringStateCodec {

  /** Version that {@link #write} writes; {@link #read} takes this one and those before it. */
  public static final int VERSION = 1;

  private GatheringStateCodec() {}

  public static void write(GatheringState state, DataOutput target) throws IOException {
    StateOutput out = new StateOutput(target);
    out.number(VERSION);
    out.nullable(state.watermark(), out::instant);
    out.list(state.pending(), sample -> write(sample, out));
    out.list(state.samples(), sample -> write(sample, out));
    out.nullable(state.watchedSince(), out::instant);
    out.nullable(
        state.gathering(),
        gathering -> {
          out.instant(gathering.startedAt());
          out.instant(gathering.confirmedAt());
          out.instant(gathering.lastSeen());
          out.number(gathering.persons());
          out.millis(gathering.blindMillis());
          out.millis(gathering.blindMillisSince());
        });
  }

  /**
   * @throws IOException also when the version is unknown
   */
  public static GatheringState read(DataInput source) throws IOException {
    StateInput in = new StateInput(source);
    int version = in.number();
    if (version != VERSION) {
      throw new IOException(
          "State of an area has version %d; this software reads version %d"
              .formatted(version, VERSION));
    }
    return new GatheringState(
        in.nullable(in::instant),
        in.list(() -> readSample(in)),
        in.list(() -> readSample(in)),
        in.nullable(in::instant),
        in.nullable(
            () ->
                new Gathering(
                    in.instant(),
                    in.instant(),
                    in.instant(),
                    in.number(),
                    in.millis(),
                    in.millis())));
  }

  private static void write(GatheringSample sample, StateOutput out) throws IOException {
    out.text(sample.areaId());
    out.instant(sample.at());
    out.number(sample.persons());
  }

  private static GatheringSample readSample(StateInput in) throws IOException {
    return new GatheringSample(in.text(), in.instant(), in.number());
  }
}

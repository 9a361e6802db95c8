package io.zaigang.job.rules;

import io.zaigang.domain.gathering.GatheringState;
import io.zaigang.domain.gathering.GatheringStateCodec;
import io.zaigang.job.serial.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The domain's own binary form of an area's state; it carries its version with each value. */
public final class GatheringStateBinary implements Codec<GatheringState> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return GatheringStateCodec.VERSION;
  }

  @Override
  public void write(GatheringState state, DataOutput out) throws IOException {
    GatheringStateCodec.write(state, out);
  }

  @Override
  public GatheringState read(int version, DataInput in) throws IOException {
    return GatheringStateCodec.read(in);
  }
}

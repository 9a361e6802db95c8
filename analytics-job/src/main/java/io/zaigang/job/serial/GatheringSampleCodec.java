package io.zaigang.job.serial;

import io.zaigang.domain.gathering.GatheringSample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link GatheringSample}: what crosses the shuffle to the rules of areas. */
public final class GatheringSampleCodec implements Codec<GatheringSample> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(GatheringSample sample, DataOutput out) throws IOException {
    out.writeUTF(sample.areaId());
    Fields.writeInstant(sample.at(), out);
    out.writeInt(sample.persons());
  }

  @Override
  public GatheringSample read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "A sample of an area");
    return new GatheringSample(in.readUTF(), Fields.readInstant(in), in.readInt());
  }
}

package io.zaigang.job.serial;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link OccupancyMinute}. */
public final class OccupancyMinuteCodec implements Codec<OccupancyMinute> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(OccupancyMinute minute, DataOutput out) throws IOException {
    out.writeUTF(minute.windowId());
    Fields.writeInstant(minute.minute(), out);
    out.writeDouble(minute.staffedSeconds());
    out.writeDouble(minute.emptySeconds());
    out.writeDouble(minute.blindSeconds());
    out.writeDouble(minute.exemptSeconds());
    out.writeDouble(minute.meanPersons());
    out.writeDouble(minute.phoneSeconds());
  }

  @Override
  public OccupancyMinute read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "An occupancy minute");
    return new OccupancyMinute(
        in.readUTF(),
        Fields.readInstant(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}

package io.zaigang.job.serial;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.window.PostReading;
import io.zaigang.domain.window.WindowObservation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link WindowObservation}: what crosses the shuffle to the rules. */
public final class WindowObservationCodec implements Codec<WindowObservation> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(WindowObservation observation, DataOutput out) throws IOException {
    out.writeUTF(observation.windowId());
    out.writeUTF(observation.cameraId());
    Fields.writeInstant(observation.at(), out);
    Fields.writeEnumOrNull(observation.blind(), out);
    Fields.writeList(
        observation.readings(),
        (reading, to) -> {
          to.writeUTF(reading.postId());
          to.writeDouble(reading.presence());
          to.writeBoolean(reading.found());
        },
        out);
    Fields.writeList(
        observation.looks(),
        (look, to) -> {
          to.writeInt(look.trackId());
          to.writeUTF(look.postId());
          to.writeDouble(look.probability());
        },
        out);
  }

  @Override
  public WindowObservation read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 2, "An observation");
    return new WindowObservation(
        in.readUTF(),
        in.readUTF(),
        Fields.readInstant(in),
        Fields.readEnumOrNull(BlindCause.class, in),
        Fields.readList(
            from -> new PostReading(from.readUTF(), from.readDouble(), from.readBoolean()), in),
        Fields.readList(
            from -> new PhoneLook(from.readInt(), from.readUTF(), from.readDouble()), in));
  }
}

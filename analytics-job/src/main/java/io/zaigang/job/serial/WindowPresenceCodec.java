package io.zaigang.job.serial;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.window.WindowPresence;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of {@link WindowPresence}. */
public final class WindowPresenceCodec implements Codec<WindowPresence> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(WindowPresence presence, DataOutput out) throws IOException {
    out.writeUTF(presence.windowId());
    Fields.writeInstant(presence.at(), out);
    out.writeUTF(presence.presence().name());
    out.writeInt(presence.seen());
    Fields.writeInstant(presence.since(), out);
    Fields.writeEnumOrNull(presence.cause(), out);
  }

  @Override
  public WindowPresence read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 2, "A window's presence");
    return new WindowPresence(
        in.readUTF(),
        Fields.readInstant(in),
        Presence.valueOf(in.readUTF()),
        in.readInt(),
        Fields.readInstant(in),
        Fields.readEnumOrNull(BlindCause.class, in));
  }
}

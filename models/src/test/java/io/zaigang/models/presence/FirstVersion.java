package io.zaigang.models.presence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A camera's memory as the first version stored it: it did not know when a zone was asked about.
 */
final class FirstVersion {

  private static final int FILTER_BYTES = 6 * Long.BYTES;

  private FirstVersion() {}

  static byte[] of(CameraWatchState state) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(state.toBytes()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    in.readByte();
    out.writeByte(1);
    int zones = in.readInt();
    out.writeInt(zones);
    for (int zone = 0; zone < zones; zone++) {
      out.writeUTF(in.readUTF());
      out.write(in.readNBytes(FILTER_BYTES));
      in.readLong();
    }
    out.write(in.readAllBytes());
    return bytes.toByteArray();
  }
}

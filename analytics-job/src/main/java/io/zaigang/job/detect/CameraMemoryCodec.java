package io.zaigang.job.detect;

import io.zaigang.job.serial.Codec;
import io.zaigang.job.serial.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Binary form of {@link CameraMemory}. */
public final class CameraMemoryCodec implements Codec<CameraMemory> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(CameraMemory memory, DataOutput out) throws IOException {
    out.writeUTF(memory.cameraId());
    Fields.writeInstant(memory.at(), out);
    Fields.writeList(
        new TreeMap<>(memory.values()).entrySet(),
        (entry, to) -> {
          to.writeUTF(entry.getKey());
          to.writeDouble(entry.getValue());
        },
        out);
  }

  @Override
  public CameraMemory read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "Memory of a camera");
    String cameraId = in.readUTF();
    Instant at = Fields.readInstant(in);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.put(in.readUTF(), in.readDouble());
    }
    return new CameraMemory(cameraId, at, values);
  }
}

package io.zaigang.job.source.split;

import io.zaigang.job.serial.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Binary form of a split, in checkpoints and between enumerator and readers. */
public final class FootageSplitSerializer implements SimpleVersionedSerializer<FootageSplit> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FootageSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    write(split, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  public FootageSplit deserialize(int version, byte[] serialized) throws IOException {
    Codec.requireVersion(version, VERSION, "A camera's position");
    return read(new DataInputStream(new ByteArrayInputStream(serialized)));
  }

  /** Writes a split as part of something that carries a version of its own. */
  public static void write(FootageSplit split, DataOutput out) throws IOException {
    out.writeUTF(split.cameraId());
    out.writeLong(split.positionMillis());
    writeLongOrNull(split.endMillis(), out);
    writeLongOrNull(split.lastSampleMillis(), out);
    split.memory().write(out);
  }

  public static FootageSplit read(DataInput in) throws IOException {
    return new FootageSplit(
        in.readUTF(), in.readLong(), readLongOrNull(in), readLongOrNull(in), MemoryImage.read(in));
  }

  private static void writeLongOrNull(@Nullable Long value, DataOutput out) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value);
    }
  }

  private static @Nullable Long readLongOrNull(DataInput in) throws IOException {
    return in.readBoolean() ? in.readLong() : null;
  }
}

package io.zaigang.job.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** What a checkpoint remembers of a {@link CodecSerializer}: the codec's class and its version. */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

  private static final int FORM = 1;

  private @Nullable Codec<T> codec;
  private int version;

  /** Called by Flink before {@link #readSnapshot}. */
  public CodecSnapshot() {}

  CodecSnapshot(Codec<T> codec) {
    this.codec = codec;
    this.version = codec.version();
  }

  @Override
  public int getCurrentVersion() {
    return FORM;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(codec().getClass().getName());
    out.writeInt(version);
  }

  @Override
  @SuppressWarnings("unchecked") // the name was written by a codec of this very type
  public void readSnapshot(int form, DataInputView in, ClassLoader loader) throws IOException {
    String name = in.readUTF();
    version = in.readInt();
    try {
      codec =
          (Codec<T>)
              Class.forName(name, true, loader)
                  .asSubclass(Codec.class)
                  .getDeclaredConstructor()
                  .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("The checkpoint's codec " + name + " is not in this release", e);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new CodecSerializer<>(codec(), version);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (!(old instanceof CodecSnapshot<T> stored)
        || stored.codec().getClass() != codec().getClass()
        || stored.version > version) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return stored.version == version
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }

  private Codec<T> codec() {
    if (codec == null) {
      throw new IllegalStateException("Snapshot used before it was read");
    }
    return codec;
  }
}

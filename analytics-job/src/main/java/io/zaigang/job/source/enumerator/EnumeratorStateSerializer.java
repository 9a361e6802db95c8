package io.zaigang.job.source.enumerator;

import io.zaigang.job.serial.Codec;
import io.zaigang.job.serial.Fields;
import io.zaigang.job.site.PlanVersionCodec;
import io.zaigang.job.source.split.FootageSplitSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Binary form of the enumerator's state. */
public final class EnumeratorStateSerializer implements SimpleVersionedSerializer<EnumeratorState> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(EnumeratorState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    new PlanVersionCodec().write(state.plan(), out);
    Fields.writeList(state.waiting(), FootageSplitSerializer::write, out);
    Fields.writeList(new TreeSet<>(state.handedOut()), (id, to) -> to.writeUTF(id), out);
    return bytes.toByteArray();
  }

  @Override
  public EnumeratorState deserialize(int version, byte[] serialized) throws IOException {
    Codec.requireVersion(version, VERSION, "The list of cameras");
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
    PlanVersionCodec plan = new PlanVersionCodec();
    return new EnumeratorState(
        plan.read(plan.version(), in),
        Fields.readList(FootageSplitSerializer::read, in),
        Set.copyOf(Fields.<String>readList(DataInput::readUTF, in)));
  }
}

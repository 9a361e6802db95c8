package io.zaigang.job.sink.dashboard;

import io.zaigang.job.serial.Codec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** Binary form of what waits for the dashboard. */
final class DeliveryStateSerializer extends AsyncSinkWriterStateSerializer<Delivery> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<Delivery> deserialize(int version, byte[] serialized)
      throws IOException {
    Codec.requireVersion(version, VERSION, "What waits for the dashboard");
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(Delivery delivery, DataOutputStream out)
      throws IOException {
    byte[] json = delivery.json().getBytes(StandardCharsets.UTF_8);
    out.writeUTF(delivery.key());
    out.writeInt(json.length);
    out.write(json);
  }

  @Override
  protected Delivery deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    String key = in.readUTF();
    byte[] json = in.readNBytes(in.readInt());
    return new Delivery(key, new String(json, StandardCharsets.UTF_8));
  }
}

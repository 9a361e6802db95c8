package io.zaigang.job.site;

import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.job.serial.Codec;
import io.zaigang.job.serial.CodecTypeInfo;
import io.zaigang.job.serial.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Binary form of {@link PlanVersion}: the plan as YAML. */
public final class PlanVersionCodec implements Codec<PlanVersion> {

  private static final long serialVersionUID = 1;

  public static final TypeInformation<PlanVersion> TYPE =
      new CodecTypeInfo<>(PlanVersion.class, new PlanVersionCodec());

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(PlanVersion version, DataOutput out) throws IOException {
    byte[] yaml = version.document().yaml().getBytes(StandardCharsets.UTF_8);
    out.writeInt(yaml.length);
    out.write(yaml);
    Fields.writeInstant(version.validFrom(), out);
  }

  @Override
  public PlanVersion read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "A site plan");
    byte[] yaml = new byte[in.readInt()];
    in.readFully(yaml);
    try {
      return new PlanVersion(
          PlanDocument.parse(new String(yaml, StandardCharsets.UTF_8)), Fields.readInstant(in));
    } catch (SitePlanException e) {
      throw new IOException("The stored site plan is none that this release accepts", e);
    }
  }
}

package io.zaigang.job.serial;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binary form of {@link Incident}. */
public final class IncidentCodec implements Codec<Incident> {

  private static final long serialVersionUID = 1;

  private static final byte INTEGER = 0;
  private static final byte LONG = 1;
  private static final byte DOUBLE = 2;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Incident incident, DataOutput out) throws IOException {
    out.writeUTF(incident.id());
    out.writeUTF(incident.type().name());
    Fields.writeStringOrNull(incident.windowId(), out);
    Fields.writeList(incident.postIds(), (id, to) -> to.writeUTF(id), out);
    Fields.writeStringOrNull(incident.areaId(), out);
    Fields.writeList(incident.cameraIds(), (id, to) -> to.writeUTF(id), out);
    Fields.writeInstant(incident.startedAt(), out);
    Fields.writeInstant(incident.confirmedAt(), out);
    Fields.writeInstantOrNull(incident.endedAt(), out);
    out.writeUTF(incident.status().name());
    out.writeDouble(incident.blindSeconds());
    Fields.writeList(
        incident.measure().entrySet(),
        (entry, to) -> {
          to.writeUTF(entry.getKey());
          writeNumber(entry.getValue(), to);
        },
        out);
  }

  @Override
  public Incident read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "An incident");
    return new Incident(
        in.readUTF(),
        IncidentType.valueOf(in.readUTF()),
        Fields.readStringOrNull(in),
        Fields.<String>readList(DataInput::readUTF, in),
        Fields.readStringOrNull(in),
        Fields.<String>readList(DataInput::readUTF, in),
        Fields.readInstant(in),
        Fields.readInstant(in),
        Fields.readInstantOrNull(in),
        IncidentStatus.valueOf(in.readUTF()),
        in.readDouble(),
        readMeasure(in));
  }

  private static void writeNumber(Number number, DataOutput out) throws IOException {
    if (number instanceof Integer) {
      out.writeByte(INTEGER);
      out.writeInt(number.intValue());
    } else if (number instanceof Long) {
      out.writeByte(LONG);
      out.writeLong(number.longValue());
    } else {
      out.writeByte(DOUBLE);
      out.writeDouble(number.doubleValue());
    }
  }

  private static Number readNumber(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case INTEGER -> in.readInt();
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      default -> throw new IOException("No number is of kind " + kind);
    };
  }

  private static SortedMap<String, Number> readMeasure(DataInput in) throws IOException {
    SortedMap<String, Number> measure = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      measure.put(in.readUTF(), readNumber(in));
    }
    return measure;
  }
}

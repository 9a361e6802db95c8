package io.zaigang.job.serial;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Binary form of {@link FrameDetections}. */
public final class FrameDetectionsCodec implements Codec<FrameDetections> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(FrameDetections frame, DataOutput out) throws IOException {
    out.writeUTF(frame.cameraId());
    Fields.writeInstant(frame.at(), out);
    out.writeInt(frame.widthPx());
    out.writeInt(frame.heightPx());
    Fields.writeEnumOrNull(frame.blind(), out);
    Fields.writeList(frame.persons(), FrameDetectionsCodec::writePerson, out);
    Fields.writeList(frame.posts(), FrameDetectionsCodec::writePost, out);
  }

  @Override
  public FrameDetections read(int version, DataInput in) throws IOException {
    Codec.requireVersion(version, 1, "A frame's detections");
    return new FrameDetections(
        in.readUTF(),
        Fields.readInstant(in),
        in.readInt(),
        in.readInt(),
        Fields.readEnumOrNull(BlindCause.class, in),
        Fields.readList(FrameDetectionsCodec::readPerson, in),
        Fields.readList(FrameDetectionsCodec::readPost, in));
  }

  private static void writePerson(PersonDetection person, DataOutput out) throws IOException {
    Box box = person.box();
    out.writeDouble(box.x());
    out.writeDouble(box.y());
    out.writeDouble(box.width());
    out.writeDouble(box.height());
    out.writeDouble(person.score());
    Double phone = person.phone();
    out.writeBoolean(phone != null);
    if (phone != null) {
      out.writeDouble(phone);
    }
    Boolean inUse = person.phoneInUse();
    out.writeByte(inUse == null ? -1 : inUse ? 1 : 0);
  }

  private static PersonDetection readPerson(DataInput in) throws IOException {
    Box box = new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    double score = in.readDouble();
    Double phone = in.readBoolean() ? (Double) in.readDouble() : null;
    return new PersonDetection(box, score, phone, readTernary(in));
  }

  private static @Nullable Boolean readTernary(DataInput in) throws IOException {
    byte value = in.readByte();
    return value < 0 ? null : (Boolean) (value == 1);
  }

  private static void writePost(PostEvidence post, DataOutput out) throws IOException {
    out.writeUTF(post.postId());
    Fields.writeList(
        new TreeMap<>(post.evidence()).entrySet(),
        (cue, to) -> {
          to.writeUTF(cue.getKey());
          to.writeDouble(cue.getValue());
        },
        out);
    out.writeDouble(post.presence());
  }

  private static PostEvidence readPost(DataInput in) throws IOException {
    String postId = in.readUTF();
    Map<String, Double> evidence = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      evidence.put(in.readUTF(), in.readDouble());
    }
    return new PostEvidence(postId, evidence, in.readDouble());
  }
}

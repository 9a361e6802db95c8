package io.zaigang.job.rules;

import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.serial.Codec;
import io.zaigang.job.serial.Fields;
import io.zaigang.job.serial.WindowObservationCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Binary form of the observations of one instant. */
public final class ObservationListCodec implements Codec<List<WindowObservation>> {

  private static final long serialVersionUID = 1;

  private static final WindowObservationCodec ONE = new WindowObservationCodec();

  @Override
  public int version() {
    return ONE.version();
  }

  @Override
  public void write(List<WindowObservation> observations, DataOutput out) throws IOException {
    Fields.writeList(observations, ONE::write, out);
  }

  @Override
  public List<WindowObservation> read(int version, DataInput in) throws IOException {
    return Fields.readList(from -> ONE.read(version, from), in);
  }
}

package io.zaigang.job.source;

import io.zaigang.job.serial.Codec;
import io.zaigang.job.serial.CodecTypeInfo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Type of what the source emits, with a serializer that refuses: pixels never leave their task.
 *
 * <p>It is never asked as long as detection is chained to the source and objects are reused; a
 * change of the job that breaks the chain fails on the first element, with the reason.
 */
public final class FootageElementType {

  public static final TypeInformation<FootageElement> INSTANCE =
      new CodecTypeInfo<>(FootageElement.class, new Refusing());

  private FootageElementType() {}

  /** Public because Flink names codecs by class. */
  public static final class Refusing implements Codec<FootageElement> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(FootageElement element, DataOutput out) throws IOException {
      throw refusal();
    }

    @Override
    public FootageElement read(int version, DataInput in) throws IOException {
      throw refusal();
    }

    private static IOException refusal() {
      return new IOException(
          "Pixels stay in the task that decoded them. Keep detection chained to the footage source:"
              + " same parallelism, no shuffle or disableChaining between them");
    }
  }
}

package io.zaigang.job.rules;

import io.zaigang.domain.window.WindowState;
import io.zaigang.domain.window.WindowStateCodec;
import io.zaigang.job.serial.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The domain's own binary form of a window's state; it carries its version with each value. */
public final class WindowStateBinary implements Codec<WindowState> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return WindowStateCodec.VERSION;
  }

  @Override
  public void write(WindowState state, DataOutput out) throws IOException {
    WindowStateCodec.write(state, out);
  }

  @Override
  public WindowState read(int version, DataInput in) throws IOException {
    return WindowStateCodec.read(in);
  }
}

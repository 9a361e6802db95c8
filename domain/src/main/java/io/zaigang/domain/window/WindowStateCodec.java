package io.zaigang.domain.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads {@link WindowState} in a versioned binary form, for snapshots. */
public final class WindowStateCodec {

  /** Version that {@link #write} writes; {@link #read} takes this one and those before it. */
  public static final int VERSION = 1;

  private WindowStateCodec() {}

  public static void write(WindowState state, DataOutput out) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IOException also when the version is unknown
   */
  public static WindowState read(DataInput in) throws IOException {
    throw new UnsupportedOperationException();
  }
}

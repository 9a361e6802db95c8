package io.zaigang.job.serial;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Binary form of one type, with a version: what is written today can still be read after the form
 * has changed.
 *
 * <p>A codec has no fields and a public constructor without parameters, because checkpoints name it
 * by its class.
 */
public interface Codec<T> extends Serializable {

  /** Version of what {@link #write} writes; raise it with every change of the form. */
  int version();

  void write(T value, DataOutput out) throws IOException;

  /**
   * Reads what {@link #write} of the given version wrote.
   *
   * @throws IOException also when the version is one that this codec no longer, or not yet, reads
   */
  T read(int version, DataInput in) throws IOException;

  /** For codecs that have had one form only. */
  static void requireVersion(int found, int known, String what) throws IOException {
    if (found != known) {
      throw new IOException(
          what
              + " was stored in form "
              + found
              + ", this release reads form "
              + known
              + ": start with the release that wrote it, or without its checkpoint");
    }
  }
}

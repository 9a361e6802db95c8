package io.zaigang.domain.picture;

import java.nio.ByteBuffer;

/**
 * One decoded picture: packed 8-bit BGR rows in native memory.
 *
 * <p>The pixels belong to whoever decoded them and are valid only until {@link #close}; nothing
 * keeps a reference past that. Pictures stay in the process and thread chain that decoded them:
 * they are never serialized.
 */
public interface BgrPicture extends AutoCloseable {

  int widthPx();

  int heightPx();

  /** Bytes from the start of one row to the next; at least {@code 3 * widthPx()}. */
  int strideBytes();

  /** Direct buffer of {@code heightPx * strideBytes} bytes, blue first, position 0. */
  ByteBuffer pixels();

  /** Gives the memory back (to its pool). Closing twice does nothing. */
  @Override
  void close();
}

package io.zaigang.domain.picture;

import java.nio.ByteBuffer;
import java.util.Optional;

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

  /**
   * The brightness of the same pixels, where it came with the picture: cheaper than making it of
   * the colours. As long valid as they are.
   */
  default Optional<LumaPlane> luma() {
    return Optional.empty();
  }

  /** Gives the memory back (to its pool). Closing twice does nothing. */
  @Override
  void close();
}

package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.picture.LumaPlane;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Lends pictures in native memory and takes them back, so that decoding allocates nothing once it
 * runs. Keeps a few; lends more when asked, and frees those when they come back. A picture out when
 * the pool closes is freed when it is closed. Safe for use by several threads.
 */
final class PicturePool implements AutoCloseable {

  private static final int MAX_IDLE = 4;

  /** Rows begin at multiples of this, for the scaler's vector code. */
  private static final int ROW_ALIGNMENT = 32;

  private final Deque<PooledPicture> idle = new ArrayDeque<>();
  private boolean closed;

  /** A picture of this size with undefined content. */
  PooledPicture borrow(int widthPx, int heightPx) {
    synchronized (idle) {
      PooledPicture picture = idle.poll();
      while (picture != null) {
        if (picture.widthPx == widthPx && picture.heightPx == heightPx) {
          picture.lent = true;
          return picture;
        }
        picture.free();
        picture = idle.poll();
      }
    }
    return new PooledPicture(this, widthPx, heightPx);
  }

  private void giveBack(PooledPicture picture) {
    synchronized (idle) {
      if (!picture.lent) {
        return;
      }
      picture.lent = false;
      picture.source.let();
      if (!closed && idle.size() < MAX_IDLE) {
        idle.push(picture);
      } else {
        picture.free();
      }
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(PooledPicture::free);
      idle.clear();
    }
  }

  /** A lent picture; closing it returns it. */
  static final class PooledPicture implements BgrPicture {

    private final PicturePool pool;
    private final int widthPx;
    private final int heightPx;
    private final int strideBytes;
    private final BytePointer memory;
    private final LumaSource source = new LumaSource();
    private boolean lent = true;

    private PooledPicture(PicturePool pool, int widthPx, int heightPx) {
      this.pool = pool;
      this.widthPx = widthPx;
      this.heightPx = heightPx;
      this.strideBytes = (3 * widthPx + ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
      // One row more than asked for: vector code of the scaler may write past the last pixel.
      long bytes = (long) strideBytes * (heightPx + 1);
      this.memory = new BytePointer(av_malloc(bytes));
      if (memory.isNull()) {
        throw new OutOfMemoryError("No native memory for a picture of " + bytes + " bytes");
      }
      memory.capacity((long) strideBytes * heightPx);
    }

    @Override
    public int widthPx() {
      return widthPx;
    }

    @Override
    public int heightPx() {
      return heightPx;
    }

    @Override
    public int strideBytes() {
      return strideBytes;
    }

    @Override
    public ByteBuffer pixels() {
      return memory.asByteBuffer();
    }

    @Override
    public Optional<LumaPlane> luma() {
      return source.plane();
    }

    /** Keeps the frame that this picture was made of at its size, for its luma. */
    void madeOf(AVFrame frame) {
      source.keep(frame);
    }

    BytePointer memory() {
      return memory;
    }

    @Override
    public void close() {
      pool.giveBack(this);
    }

    private void free() {
      source.close();
      if (!memory.isNull()) {
        av_free(memory);
        memory.setNull();
      }
    }
  }
}

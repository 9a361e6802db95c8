package io.zaigang.ingest.av;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Breaks off FFmpeg's blocking calls: when time runs out, or when told to. FFmpeg asks it from
 * inside its waits, on the thread that made the call.
 *
 * <p>All deadlines share one native callback and are told apart by the number that FFmpeg hands
 * back: JavaCPP has room for ten callbacks of a kind in a process, and silently gives an eleventh
 * that is never called.
 */
final class Deadline implements AutoCloseable {

  private static final Map<Long, Deadline> ALIVE = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final AVIOInterruptCB.Callback_Pointer CALLBACK =
      new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer number) {
          Deadline deadline = ALIVE.get(number.address());
          return deadline != null && deadline.isOver() ? 1 : 0;
        }
      };

  /** A number dressed as an address; nothing lies there. */
  private static final class Number extends Pointer {
    Number(long value) {
      address = value;
    }
  }

  private final long number = NUMBERS.incrementAndGet();
  private volatile long atNanos;
  private volatile boolean armed;
  private volatile boolean abandoned;

  /** Makes FFmpeg ask this deadline in whatever it does with the context. */
  void watch(AVFormatContext context) {
    ALIVE.put(number, this);
    try (AVIOInterruptCB interrupt = new AVIOInterruptCB();
        Number opaque = new Number(number)) {
      interrupt.callback(CALLBACK);
      interrupt.opaque(opaque);
      context.interrupt_callback(interrupt);
    }
  }

  /** From now on the call may take this long. */
  void within(Duration limit) {
    atNanos = System.nanoTime() + limit.toNanos();
    armed = true;
  }

  /** Breaks off the running call and every later one. Any thread. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  boolean isOver() {
    return abandoned || (armed && System.nanoTime() - atNanos > 0);
  }

  @Override
  public void close() {
    ALIVE.remove(number);
  }
}

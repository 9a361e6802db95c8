package io.zaigang.job;

import io.zaigang.job.source.reader.CameraFootage;
import io.zaigang.job.source.reader.FootageAccess;
import io.zaigang.job.source.reader.FootageItem;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Footage whose reading fails, once, after so many samples of all cameras together. */
final class FailsOnce {

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private FailsOnce() {}

  static FootageAccess after(int samples, FootageAccess footage) {
    LEFT.set(samples);
    FAILURES.set(0);
    return (split, fps) -> new Failing(footage.open(split, fps));
  }

  static int failures() {
    return FAILURES.get();
  }

  private record Failing(CameraFootage inner) implements CameraFootage {
    @Override
    public @Nullable FootageItem next() {
      if (LEFT.decrementAndGet() == 0) {
        FAILURES.incrementAndGet();
        throw new IllegalStateException("The test wants the task to fail here");
      }
      return inner.next();
    }

    @Override
    public Ending ending() {
      return inner.ending();
    }

    @Override
    public Instant position() {
      return inner.position();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}

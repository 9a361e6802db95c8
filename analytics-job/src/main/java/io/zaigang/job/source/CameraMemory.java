package io.zaigang.job.source;

import io.zaigang.job.source.split.MemoryImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What judging a camera's pictures must remember from one to the next, besides the last picture. It
 * is part of the camera's split, so position and memory are stored, restored and moved to other
 * tasks together.
 *
 * <p>Whoever judges takes a part up once ({@link #restored}), keeps it as objects of its own, and
 * says how to store it ({@link #keep}). Everything happens in the reader's own thread.
 */
public final class CameraMemory {

  private final MemoryImage restored;
  private final Map<String, Supplier<byte[]>> kept = new HashMap<>();

  public CameraMemory(MemoryImage restored) {
    this.restored = restored;
  }

  /** What was stored under a name; empty at the beginning. */
  public Optional<byte[]> restored(String name) {
    return restored.part(name);
  }

  /** From now on this is what is stored under the name, asked for at each checkpoint. */
  public void keep(String name, Supplier<byte[]> bytes) {
    kept.put(name, bytes);
  }

  /** Everything, as of now; what nobody has taken up stays as it was stored. */
  public MemoryImage image() {
    Map<String, byte[]> parts = new HashMap<>();
    restored.names().forEach(name -> restored.part(name).ifPresent(b -> parts.put(name, b)));
    kept.forEach((name, bytes) -> parts.put(name, bytes.get()));
    return new MemoryImage(parts);
  }
}

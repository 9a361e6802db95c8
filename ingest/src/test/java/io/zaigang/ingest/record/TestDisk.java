package io.zaigang.ingest.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real, small disk to be filled, broken and pulled out; needs the right to mount. */
final class TestDisk implements AutoCloseable {

  private final Path mountPoint;
  private final Path image;

  private TestDisk(Path mountPoint, Path image) {
    this.mountPoint = mountPoint;
    this.image = image;
  }

  /** An ext4 file system in a file, which turns read-only when something is wrong with it. */
  static TestDisk mounted(Path folder, int megabytes) throws Exception {
    Path mountPoint = Files.createDirectory(folder.resolve("disk"));
    Path image = folder.resolve("disk.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(megabytes * 1_000_000L);
    }
    TestDisk disk = new TestDisk(mountPoint, image);
    assumeTrue(
        run("mkfs.ext4", "-q", "-F", image.toString()) && disk.tryMount(),
        "SKIPPED: a loop device cannot be mounted here (root is needed); no disk was tried");
    return disk;
  }

  Path folder() {
    return mountPoint;
  }

  private boolean tryMount() throws Exception {
    return run("mount", "-o", "loop,errors=remount-ro", image.toString(), mountPoint.toString());
  }

  void mount() throws Exception {
    require(tryMount(), "mount");
  }

  /** Unmounts it in the ordinary way, which fails while anything in it is open. */
  boolean unmount() throws Exception {
    return run("umount", mountPoint.toString());
  }

  /** Takes it away although it is in use. */
  void pullOut() throws Exception {
    require(run("umount", "-l", mountPoint.toString()), "umount -l");
  }

  /** Checks and mends the file system, which must not be mounted. */
  void mend() throws Exception {
    run("e2fsck", "-y", "-f", image.toString());
  }

  /** Lets the kernel find an error, on which it refuses every further write. */
  void turnReadOnly() throws Exception {
    String device = Files.getFileStore(mountPoint).name();
    Path trigger =
        Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error");
    assumeTrue(Files.isWritable(trigger), "SKIPPED: this kernel has no trigger for disk errors");
    Files.writeString(trigger, "1");
  }

  /** Writes one large file until not a byte is left. */
  Path fill() throws IOException {
    Path filler = mountPoint.resolve("filler");
    byte[] block = "x".repeat(4096).getBytes(StandardCharsets.US_ASCII);
    try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
      while (true) {
        file.write(block);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static void require(boolean success, String what) throws IOException {
    if (!success) {
      throw new IOException(what + " failed");
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", mountPoint.toString());
  }
}

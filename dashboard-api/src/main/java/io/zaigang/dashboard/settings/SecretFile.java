package io.zaigang.dashboard.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files with secrets: readable and writable by their owner alone from their first byte on. */
public final class SecretFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private SecretFile() {}

  /**
   * Writes a secret where there is none yet. Whoever reads the file sees all of it or none; when
   * two write at once the first one's stays.
   */
  public static void write(Path file, String secret) throws IOException {
    Path draft = draft(file, secret);
    try {
      Files.createLink(file, draft); // unlike a move it never replaces what is there
    } catch (FileAlreadyExistsException theOthersStays) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Writes a secret in place of whatever is there. Whoever reads the file sees all of either. */
  public static void replace(Path file, String secret) throws IOException {
    Path draft = draft(file, secret);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path draft(Path file, String secret) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return draft;
  }
}

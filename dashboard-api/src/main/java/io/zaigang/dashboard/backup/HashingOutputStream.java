package io.zaigang.dashboard.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on, counts and hashes them. Closing it leaves what is behind it open. */
final class HashingOutputStream extends FilterOutputStream {

  private final MessageDigest digest;
  private long bytes;

  HashingOutputStream(OutputStream out) {
    super(out);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] b, int offset, int length) throws IOException {
    out.write(b, offset, length);
    digest.update(b, offset, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  long bytes() {
    return bytes;
  }

  /** Of all that was written; ask once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

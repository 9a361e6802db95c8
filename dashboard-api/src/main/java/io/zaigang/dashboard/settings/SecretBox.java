package io.zaigang.dashboard.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database (AES-256-GCM) with a key that lies in a file of its own, made
 * where it is absent: a copy of the database alone tells none of them. Each is bound to its name,
 * so that one cannot be put in the place of another.
 */
public final class SecretBox {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Path file;
  private final SecretKeySpec key;

  /**
   * Opens or makes the key.
   *
   * @throws StartupProblem when it cannot be read, written or used
   */
  public SecretBox(Path keyFile) {
    this.file = keyFile;
    this.key = key(keyFile);
  }

  /** The value as the database may have it. */
  public byte[] seal(String name, String value) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + CIPHER, e);
    }
  }

  /**
   * The value again.
   *
   * @throws IllegalStateException when it was sealed with another key or under another name
   */
  public String open(String name, byte[] both) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, both, 0, NONCE_BYTES));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      byte[] value = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(value, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " was sealed with another key than " + file, e);
    }
  }

  private SecretKeySpec key(Path keyFile) {
    try {
      if (!Files.exists(keyFile)) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        SecretFile.write(keyFile, HexFormat.of().formatHex(fresh));
      }
      byte[] bytes = HexFormat.of().parseHex(Files.readString(keyFile).strip());
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
      throw new StartupProblem("Key " + keyFile + " has " + bytes.length + " bytes, not 32");
    } catch (IOException | IllegalArgumentException e) {
      throw new StartupProblem(
          "Key " + keyFile + " cannot be read or written (" + e.getMessage() + ")");
    }
  }
}

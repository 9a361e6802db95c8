package io.zaigang.models.registry;

import java.nio.file.Path;

/**
 * The head that a site taught the phone stage, in use.
 *
 * @param file as {@code zaigang teach} wrote it
 * @param sha256 of that file, in lower-case hex
 */
public record PhoneHeadEntry(Path file, String sha256) {

  /** Under this name results state its hash. */
  public static final String ID = "phone-head";
}

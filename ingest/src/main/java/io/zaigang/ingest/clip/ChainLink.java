package io.zaigang.ingest.clip;

import java.time.Instant;

/**
 * The place of a manifest in the chain of an installation.
 *
 * @param number 1 for the first
 * @param at when it was entered
 * @param clip which clip, for people
 * @param seal the manifest's
 * @param previous the link before; 64 zeros for the first
 * @param link SHA-256 over all of this
 */
public record ChainLink(
    long number, Instant at, String clip, String seal, String previous, String link) {

  static final String START = "0".repeat(64);

  static ChainLink after(ChainLink before, Instant at, String clip, String seal) {
    return of(before.number() + 1, at, clip, seal, before.link());
  }

  static ChainLink of(long number, Instant at, String clip, String seal, String previous) {
    String link = Sha256.of(previous + "\n" + number + "\n" + at + "\n" + clip + "\n" + seal);
    return new ChainLink(number, at, clip, seal, previous, link);
  }

  /** What stands before the first link. */
  static ChainLink start() {
    return new ChainLink(0, Instant.EPOCH, "", "", "", START);
  }

  /** True where nothing of it was altered. */
  boolean isWhole() {
    return equals(of(number, at, clip, seal, previous));
  }

  /** True where nothing of it was altered and it stands behind {@code before}. */
  boolean follows(ChainLink before) {
    return previous.equals(before.link()) && equals(after(before, at, clip, seal));
  }
}

package io.zaigang.dashboard.site;

/** Someone else changed the site plan meanwhile. */
public final class OutdatedVersion extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutdatedVersion(int basedOn, int newest) {
    super(
        "The settings were changed meanwhile: version "
            + newest
            + " is in force, these changes were made to version "
            + basedOn
            + ". Load them again and repeat the changes");
  }
}

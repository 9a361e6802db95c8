package io.zaigang.ingest.clip;

import java.util.Objects;

/** Which software made a clip. */
final class SoftwareVersion {

  private SoftwareVersion() {}

  /** Name and version as the build wrote it into the archive. */
  static String text() {
    String version = SoftwareVersion.class.getPackage().getImplementationVersion();
    return "zaigang " + Objects.requireNonNullElse(version, "(not from an archive)");
  }
}

package io.zaigang.dashboard.account;

import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The dashboard as it is before anybody administers it. */
public final class FirstStart {

  static final Path FILE = Installation.DATA.resolve("secrets/setup-token");

  private FirstStart() {}

  /** The token it prints. */
  public static String token(Desks desks) throws IOException {
    desks.bean(SetupToken.class).print();
    return Files.readString(FILE).split(" ")[0];
  }
}

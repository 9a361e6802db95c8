package io.zaigang.ingest.cli;

/** Something the user can put right: told in one line, exit 2. */
final class UserMistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  UserMistake(String message) {
    super(message);
  }
}

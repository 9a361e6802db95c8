package io.zaigang.models.cli;

/** The call, or a file the user named, is wrong; the message is all that is shown. */
final class CallRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  CallRefusedException(String message) {
    super(message);
  }
}

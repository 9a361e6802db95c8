package io.zaigang.dashboard.dingtalk;

/** DingTalk did not do what was asked; the message never holds a token or a secret. */
final class DingtalkFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What may help. */
  enum Kind {
    /** The token is no longer good. */
    TOKEN,
    /** Too many calls, a busy server, a lost connection: later. */
    LATER,
    /** The same call will fail again. */
    FINAL
  }

  private final Kind kind;

  DingtalkFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}

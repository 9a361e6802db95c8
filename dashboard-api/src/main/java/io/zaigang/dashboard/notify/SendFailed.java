package io.zaigang.dashboard.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A sending that did not arrive; the message says why, without any secret. */
final class SendFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final @Nullable Duration pause;

  private SendFailed(String message, @Nullable Duration pause) {
    super(message);
    this.pause = pause;
  }

  /** To be tried again. */
  static SendFailed because(String message) {
    return new SendFailed(message, null);
  }

  /** The other side wants to be left alone for a while. */
  static SendFailed throttled(String message, Duration pause) {
    return new SendFailed(message, pause);
  }

  /** How long to send nothing at all over this channel; null for no such wish. */
  @Nullable Duration pause() {
    return pause;
  }
}

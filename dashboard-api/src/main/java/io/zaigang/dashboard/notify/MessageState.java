package io.zaigang.dashboard.notify;

/** What became of a message. */
enum MessageState {
  WAITING,
  SENT,
  /** Held back: the same place and topic was told within the cooldown. */
  QUIET,
  /** Given up: too old to be of use. */
  FAILED
}

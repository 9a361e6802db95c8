package io.zaigang.dashboard.spotcheck;

/** How far a check is. */
enum CheckState {
  DUE,
  DONE,
  /** It was done, and someone took it back: what it found counts no more. */
  WITHDRAWN
}

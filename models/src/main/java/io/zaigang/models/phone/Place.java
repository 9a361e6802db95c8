package io.zaigang.models.phone;

/** Where a phone is, seen from the person it was looked for at. */
public enum Place {
  HAND,
  FACE,
  LAP,
  /** Out of the person's reach, as on the desk: not in use. */
  AWAY
}

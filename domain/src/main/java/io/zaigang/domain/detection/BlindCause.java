package io.zaigang.domain.detection;

/** Why a picture, or a span of time, could not be used: UNKNOWN is never held against anyone. */
public enum BlindCause {
  /** Nothing was recorded. */
  NO_FOOTAGE,
  /** The footage is there but could not be decoded. */
  UNDECODABLE,
  DARK,
  COVERED,
  BLURRED,
  FROZEN,
  /** The camera no longer looks where its zones were drawn. */
  MOVED
}

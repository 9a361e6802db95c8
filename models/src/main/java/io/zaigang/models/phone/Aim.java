package io.zaigang.models.phone;

/** What part of a person a view of the second look shows. */
public enum Aim {
  LEFT_HAND,
  RIGHT_HAND,
  FACE,
  UPPER_BODY,
  WHOLE_BODY
}

package io.zaigang.models.phone;

/** Which head turns the views of a second look into a probability. */
public enum HeadChoice {
  /** What the site taught, where it taught something and {@code models.yaml} names it. */
  TAUGHT,
  /** The calibration that comes along. */
  SHIPPED
}

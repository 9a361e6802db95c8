package io.zaigang.models.phone;

/** Which detector looks at a view. */
public enum Eye {
  /** The detector of whole pictures, at the small input that suits a crop. */
  DETECTOR,
  /** The detector of crops. */
  CROP_DETECTOR
}

package io.zaigang.models.imaging;

/** How a region of another shape is brought to a network's input size. */
public enum Fit {
  /** Shape kept, at the top left; the rest is filled. */
  LETTERBOX,
  /** Stretched to fill; shape lost. */
  STRETCH
}

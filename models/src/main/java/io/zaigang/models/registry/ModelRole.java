package io.zaigang.models.registry;

/** What the pipeline needs a model for; {@code models.yaml} names one for each under `use`. */
public enum ModelRole {
  /** Finds people and phones in the whole picture. */
  DETECTOR("detector"),
  /** Looks at small crops: a post's zone, a hand. */
  CROP_DETECTOR("cropDetector"),
  /** Body points of one person. */
  POSE("pose");

  private final String id;

  ModelRole(String id) {
    this.id = id;
  }

  /** The key in {@code models.yaml}. */
  public String id() {
    return id;
  }
}

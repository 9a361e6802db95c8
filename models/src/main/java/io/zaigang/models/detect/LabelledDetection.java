package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;

/**
 * One object found.
 *
 * @param label COCO's name of its class
 * @param box in pixels of the whole picture, clipped to it
 * @param score 0 to 1
 */
public record LabelledDetection(String label, Box box, double score) {

  /** COCO's label of a person. */
  public static final String PERSON = "person";

  /** COCO's label of a mobile phone. */
  public static final String PHONE = "cell phone";
}

package io.zaigang.models.evaluate;

import java.util.List;

/** A picture file and everything labelled in it. */
public record LabelledPicture(String fileName, List<Truth> truths) {

  public LabelledPicture {
    truths = List.copyOf(truths);
  }
}

package io.zaigang.job.detect;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.picture.BgrPicture;
import java.io.Serializable;
import java.util.List;

/** Finds the people in a picture. One per task, used by its thread alone. */
public interface PersonFinder extends AutoCloseable {

  /** People in the picture, best score first; boxes in its pixels. */
  List<PersonDetection> find(BgrPicture picture);

  @Override
  void close();

  /** Makes a finder where the task runs: models are native memory and do not travel. */
  @FunctionalInterface
  interface Factory extends Serializable {
    PersonFinder open();
  }
}

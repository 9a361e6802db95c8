package io.zaigang.models.evaluate;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.imaging.PictureFile;
import io.zaigang.models.registry.ModelEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Runs the detector, as the pipeline runs it, over labelled pictures. */
public final class DetectorEvaluation {

  /** Low enough that average precision sees the whole curve, high enough to stay quick. */
  private static final double FLOOR = 0.02;

  private final ModelEntry model;
  private final DetectorSettings settings;

  /**
   * @param settings of the pipeline; only its smallest scores are lowered while measuring
   */
  public DetectorEvaluation(ModelEntry model, DetectorSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  /**
   * Measures.
   *
   * @param progress told how many pictures are done
   * @throws InvalidAnnotationsException when a picture that is listed is absent or undecodable
   */
  public EvaluationReport run(Path images, List<LabelledPicture> pictures, IntConsumer progress)
      throws InvalidAnnotationsException {
    for (LabelledPicture picture : pictures) {
      if (!Files.isRegularFile(images.resolve(picture.fileName()))) {
        throw new InvalidAnnotationsException(
            "Picture '" + picture.fileName() + "' is listed but not in " + images);
      }
    }
    DetectionScoring person = new DetectionScoring(LabelledDetection.PERSON);
    DetectionScoring phone = new DetectionScoring(LabelledDetection.PHONE);
    int done = 0;
    try (ObjectDetector detector = ObjectDetector.open(model, settings.withScores(FLOOR, FLOOR))) {
      for (LabelledPicture picture : pictures) {
        List<LabelledDetection> found = detect(detector, images.resolve(picture.fileName()));
        person.add(found, picture.truths());
        phone.add(found, picture.truths());
        progress.accept(++done);
      }
    }
    return new EvaluationReport(
        pictures.size(),
        person.quality(settings.personScore()),
        phone.quality(settings.phoneScore()),
        null,
        EvaluationReport.Model.of(model));
  }

  private static List<LabelledDetection> detect(ObjectDetector detector, Path file)
      throws InvalidAnnotationsException {
    try (BgrPicture picture = PictureFile.read(file)) {
      return detector.detect(picture);
    } catch (IOException e) {
      throw new InvalidAnnotationsException(Objects.toString(e.getMessage(), file.toString()));
    }
  }
}

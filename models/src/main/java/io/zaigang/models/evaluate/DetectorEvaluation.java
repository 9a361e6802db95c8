package io.zaigang.models.evaluate;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.imaging.PictureFile;
import io.zaigang.models.phone.PhoneUseDetector;
import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the detector, as the pipeline runs it, over labelled pictures. */
public final class DetectorEvaluation {

  /** Low enough that average precision sees the whole curve, high enough to stay quick. */
  private static final double FLOOR = 0.02;

  private final ModelEntry model;
  private final DetectorSettings settings;
  private final @Nullable ModelRegistry secondLook;

  /**
   * @param settings of the pipeline; only its smallest scores are lowered while measuring
   */
  public DetectorEvaluation(ModelEntry model, DetectorSettings settings) {
    this(model, settings, null);
  }

  private DetectorEvaluation(
      ModelEntry model, DetectorSettings settings, @Nullable ModelRegistry secondLook) {
    this.model = model;
    this.settings = settings;
    this.secondLook = secondLook;
  }

  /** The same, which also looks again at each person for a phone, with these models. */
  public DetectorEvaluation withSecondLook(ModelRegistry models) {
    return new DetectorEvaluation(model, settings, models);
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
    try (ObjectDetector detector = ObjectDetector.open(model, settings.withScores(FLOOR, FLOOR));
        @Nullable PhoneUseDetector looking = openSecondLook()) {
      @Nullable SecondLookPhones again =
          looking == null
              ? null
              : new SecondLookPhones(looking, SecondLookSettings.DEFAULT, settings);
      return measure(images, pictures, progress, detector, again);
    }
  }

  private @Nullable PhoneUseDetector openSecondLook() {
    return secondLook == null
        ? null
        : PhoneUseDetector.open(secondLook, SecondLookSettings.DEFAULT);
  }

  private EvaluationReport measure(
      Path images,
      List<LabelledPicture> pictures,
      IntConsumer progress,
      ObjectDetector detector,
      @Nullable SecondLookPhones again)
      throws InvalidAnnotationsException {
    DetectionScoring person = new DetectionScoring(LabelledDetection.PERSON);
    DetectionScoring phone = new DetectionScoring(LabelledDetection.PHONE);
    DetectionScoring phoneAgain = new DetectionScoring(LabelledDetection.PHONE);
    int done = 0;
    for (LabelledPicture labelled : pictures) {
      try (BgrPicture picture = read(images.resolve(labelled.fileName()))) {
        List<LabelledDetection> found = detector.detect(picture);
        person.add(found, labelled.truths());
        phone.add(found, labelled.truths());
        if (again != null) {
          phoneAgain.add(again.in(picture, found), labelled.truths());
        }
      }
      progress.accept(++done);
    }
    return new EvaluationReport(
        pictures.size(),
        person.quality(settings.personScore()),
        phone.quality(settings.phoneScore()),
        again == null ? null : phoneAgain.quality(settings.phoneScore()),
        EvaluationReport.Model.of(model));
  }

  private static BgrPicture read(Path file) throws InvalidAnnotationsException {
    try {
      return PictureFile.read(file);
    } catch (IOException e) {
      throw new InvalidAnnotationsException(Objects.toString(e.getMessage(), file.toString()));
    }
  }
}

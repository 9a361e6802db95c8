package io.zaigang.models.pose;

import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.OnnxEngine;
import io.zaigang.models.imaging.BlackPicture;
import io.zaigang.models.imaging.PaddedCrop;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelFamily;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import io.zaigang.models.registry.ModelRole;
import java.util.List;

/**
 * Finds the body points of one person at a time, with MoveNet.
 *
 * <p>Holds native memory: close it. Not thread-safe.
 */
public final class PoseEstimator implements AutoCloseable {

  /** MoveNet was trained on persons with this much room around them. */
  private static final double ROOM = 1.25;

  private final ZooModel<PoseTranslator.Person, Pose> model;
  private final Predictor<PoseTranslator.Person, Pose> predictor;
  private final PoseTranslator translator;
  private final PaddedCrop crop = new PaddedCrop();

  private PoseEstimator(ZooModel<PoseTranslator.Person, Pose> model, PoseTranslator translator) {
    this.model = model;
    this.predictor = model.newPredictor();
    this.translator = translator;
  }

  /**
   * Loads the model that the registry names for poses.
   *
   * @throws ModelRegistryException when there is none or it cannot be used
   */
  public static PoseEstimator open(ModelRegistry registry) {
    return open(registry.model(ModelRole.POSE));
  }

  /**
   * Loads a model.
   *
   * @throws ModelRegistryException when it is no MoveNet, or cannot be run
   */
  public static PoseEstimator open(ModelEntry entry) {
    if (entry.family() != ModelFamily.MOVENET) {
      throw refused(entry, "finds no body points; family movenet does");
    }
    PoseTranslator translator = new PoseTranslator(entry.input());
    PoseEstimator estimator =
        new PoseEstimator(
            OnnxEngine.load(entry, 1, PoseTranslator.Person.class, Pose.class, translator),
            translator);
    estimator.tryOut(entry);
    return estimator;
  }

  /** Runs once on nothing: weights of another kind are found out here, not on the first picture. */
  private void tryOut(ModelEntry entry) {
    Box all = new Box(0, 0, entry.input().widthPx(), entry.input().heightPx());
    try (BlackPicture nothing =
        new BlackPicture(entry.input().widthPx(), entry.input().heightPx())) {
      predictor.predict(new PoseTranslator.Person(nothing, all));
    } catch (TranslateException e) {
      close();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw refused(entry, String.valueOf(cause.getMessage()));
    }
  }

  private static ModelRegistryException refused(ModelEntry entry, String reason) {
    return new ModelRegistryException(
        List.of("Model '" + entry.id() + "' (" + entry.family().id() + "): " + reason));
  }

  /**
   * The body points of a person.
   *
   * @param person box in pixels of the picture; at least partly inside it
   * @throws IllegalArgumentException when the box lies outside the picture
   */
  public Pose estimate(BgrPicture picture, Box person) {
    double side = ROOM * Math.max(person.width(), person.height());
    Box square = new Box(person.centerX() - side / 2, person.centerY() - side / 2, side, side);
    if (person.clippedTo(picture.widthPx(), picture.heightPx()).area() == 0) {
      throw new IllegalArgumentException(
          "Person " + person + " lies outside " + picture.widthPx() + "×" + picture.heightPx());
    }
    try {
      Box shown = crop.show(picture, square);
      return predictor.predict(new PoseTranslator.Person(crop, shown));
    } catch (TranslateException e) {
      throw new IllegalStateException("Model '" + model.getName() + "' failed on a person", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
    translator.close();
  }
}

package io.zaigang.models.detect;

import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.imaging.BlackPicture;
import io.zaigang.models.imaging.OpenCv;
import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import io.zaigang.models.registry.ModelRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds people and phones in a picture or in a part of it.
 *
 * <p>Holds native memory: close it. Not thread-safe: one per task, as each has its own buffers.
 */
public final class ObjectDetector implements AutoCloseable {

  private final ZooModel<Look, List<LabelledDetection>> model;
  private final Predictor<Look, List<LabelledDetection>> predictor;
  private final DetectorTranslator translator;

  private ObjectDetector(
      ZooModel<Look, List<LabelledDetection>> model, DetectorTranslator translator) {
    this.model = model;
    this.predictor = model.newPredictor();
    this.translator = translator;
  }

  /**
   * Loads the model that the settings name, or the one that the registry names as detector.
   *
   * @throws ModelRegistryException when there is none or it cannot be used
   */
  public static ObjectDetector open(ModelRegistry registry, DetectorSettings settings) {
    String id = settings.modelId();
    return open(id == null ? registry.model(ModelRole.DETECTOR) : registry.model(id), settings);
  }

  /**
   * Loads a model.
   *
   * @throws ModelRegistryException when it is none that finds people, or cannot be run
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // DJL asks for the output's raw class
  public static ObjectDetector open(ModelEntry entry, DetectorSettings settings) {
    DetectorHead head = head(entry, settings);
    GraphInput graphInput = GraphInput.of(entry);
    graphInput.fixed().ifPresent(size -> requireSameSize(entry, size));
    int classes = entry.classNames().size();
    DetectorTranslator translator =
        new DetectorTranslator(head, graphInput, classes, wanted(entry, settings), settings);
    ZooModel<Look, List<LabelledDetection>> model =
        OnnxEngine.load(entry, settings.threads(), Look.class, (Class) List.class, translator);
    ObjectDetector detector = new ObjectDetector(model, translator);
    detector.tryOut(entry);
    return detector;
  }

  /** Runs once on nothing: weights of another kind are found out here, not on the first picture. */
  private void tryOut(ModelEntry entry) {
    int width = entry.input().widthPx();
    int height = entry.input().heightPx();
    try (BlackPicture nothing = new BlackPicture(width, height)) {
      predictor.predict(new Look(nothing, new Box(0, 0, width, height)));
    } catch (TranslateException e) {
      close();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String reason =
          cause instanceof UnexpectedOutputException
              ? "expected " + cause.getMessage()
              : "does not run on an input of its size: " + cause.getMessage();
      throw refused(entry, reason);
    }
  }

  private static void requireSameSize(ModelEntry entry, InputSize graph) {
    if (!graph.equals(entry.input())) {
      throw refused(entry, "expected an input of " + entry.input() + ", the graph takes " + graph);
    }
  }

  private static ModelRegistryException refused(ModelEntry entry, String reason) {
    return new ModelRegistryException(
        List.of("Model '" + entry.id() + "' (" + entry.family().id() + "): " + reason));
  }

  private static DetectorHead head(ModelEntry entry, DetectorSettings settings) {
    return switch (entry.family()) {
      case NANODET -> new NanoDetHead(settings.longSidePx());
      case SSD -> new SsdHead(entry.input());
      case YOLOX -> new YoloxHead(entry.input());
      case YOLOV8 -> new YoloV8Head(entry.input());
      case DETR -> new DetrHead(entry.input());
      case MOVENET ->
          throw new ModelRegistryException(
              List.of("Model '" + entry.id() + "' (" + entry.family().id() + ") is no detector"));
    };
  }

  private static List<WantedClass> wanted(ModelEntry entry, DetectorSettings settings) {
    List<WantedClass> wanted = new ArrayList<>();
    int person = entry.classNames().indexOf(LabelledDetection.PERSON);
    if (person < 0) {
      throw new ModelRegistryException(
          List.of(
              "Model '"
                  + entry.id()
                  + "': its "
                  + entry.classNames().size()
                  + " classNames do not hold '"
                  + LabelledDetection.PERSON
                  + "'"));
    }
    wanted.add(new WantedClass(person, LabelledDetection.PERSON, settings.personScore()));
    int phone = entry.classNames().indexOf(LabelledDetection.PHONE);
    if (phone >= 0) {
      wanted.add(new WantedClass(phone, LabelledDetection.PHONE, settings.phoneScore()));
    }
    return wanted;
  }

  /** People and phones in the whole picture, best score first. */
  public List<LabelledDetection> detect(BgrPicture picture) {
    return detect(picture, new Box(0, 0, picture.widthPx(), picture.heightPx()));
  }

  /**
   * People and phones in a part of the picture, best score first; boxes in pixels of the whole
   * picture. A part outside the picture shows nothing.
   */
  public List<LabelledDetection> detect(BgrPicture picture, Box region) {
    Box inside = OpenCv.wholePixels(region, picture.widthPx(), picture.heightPx());
    if (inside.area() == 0) {
      return List.of();
    }
    try {
      return predictor.predict(new Look(picture, inside));
    } catch (TranslateException e) {
      throw new IllegalStateException("Model '" + model.getName() + "' failed on a picture", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
    translator.close();
  }
}

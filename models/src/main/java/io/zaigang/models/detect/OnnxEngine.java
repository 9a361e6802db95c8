package io.zaigang.models.detect;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Translator;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * DJL on ONNX Runtime, kept off the network: DJL may neither look for models elsewhere nor report
 * its use.
 */
public final class OnnxEngine {

  private static final String NAME = "OnnxRuntime";

  static {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Before any session: the engine must be the one that creates ONNX Runtime's environment.
    Engine.getEngine(NAME);
  }

  private OnnxEngine() {}

  /**
   * Loads a model.
   *
   * @param threads inside one inference
   * @throws ModelRegistryException when the file is no ONNX model that can be run
   */
  public static <I, O> ZooModel<I, O> load(
      ModelEntry model, int threads, Class<I> in, Class<O> out, Translator<I, O> translator) {
    Path folder = Objects.requireNonNull(model.file().getParent(), "absolute path");
    Criteria<I, O> criteria =
        Criteria.builder()
            .setTypes(in, out)
            .optModelPath(folder)
            .optModelName(String.valueOf(model.file().getFileName()))
            .optEngine(NAME)
            .optDevice(Device.cpu())
            .optOption("intraOpNumThreads", Integer.toString(threads))
            .optOption("interOpNumThreads", "1")
            .optOption("optLevel", "ALL_OPT")
            .optTranslator(translator)
            .build();
    try {
      return criteria.loadModel();
    } catch (IOException | ModelNotFoundException | MalformedModelException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ModelRegistryException(
          List.of(
              "Model '"
                  + model.id()
                  + "': "
                  + model.file()
                  + " is no ONNX model that can be run: "
                  + cause.getMessage()));
    }
  }
}

package io.zaigang.models.detect;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.zaigang.domain.geometry.Box;
import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/**
 * A network and nothing else: ONNX Runtime on one thread, a tensor that is there already, outputs
 * that nobody reads. What the cost of detection is measured against.
 */
public final class BareInference implements AutoCloseable {

  private final OrtSession session;
  private final OnnxTensor input;

  private BareInference(OrtSession session, OnnxTensor input) {
    this.session = session;
    this.input = input;
  }

  /** Loads a model for inputs of one size. */
  public static BareInference open(ModelEntry model, InputSize size) {
    // DJL's engine must be the one that creates ONNX Runtime's environment.
    Engine.getEngine("OnnxRuntime");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      OrtSession session = environment.createSession(model.file().toString(), options);
      long[] shape = {1, 3, size.heightPx(), size.widthPx()};
      return new BareInference(session, OnnxTensor.createTensor(environment, noise(shape), shape));
    } catch (OrtException e) {
      throw new IllegalStateException("Model '" + model.id() + "' cannot be run on " + size, e);
    }
  }

  /** The input that a detector takes for a part of a picture, in whole pixels. */
  public static InputSize inputSize(ModelEntry model, DetectorSettings settings, Box region) {
    return model.family() == ModelFamily.NANODET
        ? new NanoDetHead(settings.longSidePx()).inputSize(region)
        : model.input();
  }

  /** Runs it so often. */
  public void run(long times) {
    Map<String, OnnxTensor> inputs = Map.of(session.getInputNames().iterator().next(), input);
    try {
      for (long i = 0; i < times; i++) {
        session.run(inputs).close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("A network failed on noise", e);
    }
  }

  private static FloatBuffer noise(long[] shape) {
    int size = (int) (shape[1] * shape[2] * shape[3]);
    FloatBuffer values =
        ByteBuffer.allocateDirect(size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      values.put(i, random.nextFloat());
    }
    return values;
  }

  @Override
  public void close() {
    input.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("A network could not be closed", e);
    }
  }
}

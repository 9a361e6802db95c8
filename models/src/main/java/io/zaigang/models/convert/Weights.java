package io.zaigang.models.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads TensorFlow.js weight files: groups of shards, little-endian, partly float16. */
final class Weights {

  private Weights() {}

  static Map<String, Constant> read(Path json, JsonNode manifest) throws IOException {
    Map<String, Constant> weights = new LinkedHashMap<>();
    for (JsonNode group : manifest) {
      ByteBuffer bytes = shards(json, group.path("paths"));
      for (JsonNode weight : group.path("weights")) {
        weights.put(weight.path("name").asString(), constant(weight, bytes));
      }
      if (bytes.hasRemaining()) {
        throw new ConversionException(
            json + ": " + bytes.remaining() + " bytes of weights belong to nothing");
      }
    }
    return weights;
  }

  private static ByteBuffer shards(Path json, JsonNode paths) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (JsonNode path : paths) {
      joined.writeBytes(Files.readAllBytes(json.resolveSibling(path.asString())));
    }
    return ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Constant constant(JsonNode weight, ByteBuffer bytes) {
    JsonNode dimensions = weight.path("shape");
    int[] shape = new int[dimensions.size()];
    int count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).asInt();
      count *= shape[i];
    }
    String stored = weight.path("dtype").asString();
    if (weight.has("quantization")) {
      stored = weight.path("quantization").path("dtype").asString();
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = next(stored, bytes);
    }
    return new Constant(shape, values);
  }

  private static float next(String type, ByteBuffer bytes) {
    return switch (type) {
      case "float32" -> bytes.getFloat();
      case "float16" -> Float16.toFloat(bytes.getShort());
      case "int32" -> bytes.getInt();
      case "bool" -> bytes.get();
      default -> throw new ConversionException("Weights of type " + type + " are not supported");
    };
  }
}

package io.zaigang.models.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a TensorFlow graph.
 *
 * @param inputs names of its data inputs, control inputs left out
 * @param attributes TensorFlow's AttrValue by name, in protobuf's JSON form
 */
record GraphNode(String name, String op, List<String> inputs, JsonNode attributes) {

  GraphNode {
    inputs = List.copyOf(inputs);
  }

  /** Reads an entry of {@code modelTopology.node}. */
  static GraphNode of(JsonNode json) {
    List<String> inputs = new ArrayList<>();
    for (JsonNode input : json.path("input")) {
      if (!input.asString().startsWith("^")) {
        inputs.add(input.asString());
      }
    }
    return new GraphNode(
        json.path("name").asString(), json.path("op").asString(), inputs, json.path("attr"));
  }

  String input(int index) {
    if (index >= inputs.size()) {
      throw new ConversionException(op + " '" + name + "' has no input " + index);
    }
    return inputs.get(index);
  }

  String string(String attribute) {
    return decode(attributes.path(attribute).path("s"));
  }

  /** Protobuf's JSON leaves false out. */
  boolean flag(String attribute) {
    return attributes.path(attribute).path("b").asBoolean(false);
  }

  float number(String attribute, float otherwise) {
    JsonNode value = attributes.path(attribute).path("f");
    return value.isMissingNode() ? otherwise : (float) value.asDouble();
  }

  /** A list of whole numbers, which protobuf's JSON writes as words. */
  int[] integers(String attribute) {
    JsonNode list = attributes.path(attribute).path("list").path("i");
    int[] values = new int[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Integer.parseInt(list.get(i).asString());
    }
    return values;
  }

  List<String> strings(String attribute) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : attributes.path(attribute).path("list").path("s")) {
      values.add(decode(value));
    }
    return values;
  }

  /** Bytes are written as base64, by some writers as a list of numbers. */
  private static String decode(JsonNode bytes) {
    if (!bytes.isArray()) {
      return new String(Base64.getDecoder().decode(bytes.asString("")), StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode b : bytes) {
      text.append((char) b.asInt());
    }
    return text.toString();
  }
}

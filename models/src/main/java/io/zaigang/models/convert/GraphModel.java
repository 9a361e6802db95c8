package io.zaigang.models.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A TensorFlow.js graph model: operations by name and the weights they use. */
final class GraphModel {

  private final Map<String, GraphNode> nodes;
  private final Map<String, Constant> weights;

  GraphModel(Map<String, GraphNode> nodes, Map<String, Constant> weights) {
    this.nodes = new LinkedHashMap<>(nodes);
    this.weights = new LinkedHashMap<>(weights);
  }

  /** Reads {@code model.json} and the weight files that it names beside it. */
  static GraphModel read(Path json) throws IOException {
    JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(json));
    Map<String, GraphNode> nodes = new LinkedHashMap<>();
    for (JsonNode entry : root.path("modelTopology").path("node")) {
      GraphNode node = GraphNode.of(entry);
      nodes.put(node.name(), node);
    }
    if (nodes.isEmpty()) {
      throw new ConversionException(json + " is no TensorFlow.js graph model: it has no nodes");
    }
    return new GraphModel(nodes, Weights.read(json, root.path("weightsManifest")));
  }

  GraphNode node(String name) {
    GraphNode node = nodes.get(name);
    if (node == null) {
      throw new ConversionException("The graph has no node '" + name + "'");
    }
    return node;
  }

  /** The weights behind an input, followed through identities; empty when it is computed. */
  Optional<Constant> constant(String input) {
    String name = plainName(input);
    Constant constant = weights.get(name);
    if (constant != null) {
      return Optional.of(constant);
    }
    GraphNode node = nodes.get(name);
    return node != null && node.op().equals("Identity")
        ? constant(node.input(0))
        : Optional.empty();
  }

  Constant requireConstant(String input) {
    return constant(input)
        .orElseThrow(() -> new ConversionException("'" + input + "' is no constant"));
  }

  /** An input's node name: the first output may be written with {@code :0}. */
  static String plainName(String input) {
    return input.endsWith(":0") ? input.substring(0, input.length() - 2) : input;
  }
}

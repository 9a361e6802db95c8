package io.zaigang.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConversionTest {

  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
  private final Map<String, Constant> weights = new LinkedHashMap<>();

  @Test
  void carriesTransposesAlongInsteadOfWritingThem() throws Exception {
    weights.put("first", new Constant(new int[] {4}, new float[] {0, 3, 1, 2}));
    weights.put("last", new Constant(new int[] {4}, new float[] {0, 2, 3, 1}));
    node("a", "Transpose", "x", "first");
    node("b", "Relu", "a");
    node("c", "Transpose", "b", "last");

    assertThat(convert("c").getNodeList())
        .extracting(NodeProto::getOpType)
        .containsExactly("Relu", "Identity");
  }

  @Test
  void foldsPaddingIntoTheConvolution() throws Exception {
    weights.put("border", new Constant(new int[] {4, 2}, new float[] {0, 0, 1, 1, 1, 1, 0, 0}));
    weights.put("kernel", new Constant(new int[] {3, 3, 1, 2}, new float[18]));
    node("p", "Pad", "x", "border");
    nodes.put(
        "c",
        GraphNode.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"name": "c", "op": "Conv2D", "input": ["p", "kernel"],
                     "attr": {"padding": {"s": "VkFMSUQ="},
                              "strides": {"list": {"i": ["1", "1", "1", "1"]}}}}
                    """)));

    GraphProto graph = convert("c");

    assertThat(graph.getNodeList())
        .extracting(NodeProto::getOpType)
        .containsExactly("Conv", "Identity");
    assertThat(graph.getNode(0).getAttributeList())
        .filteredOn(a -> a.getName().equals("pads"))
        .singleElement()
        .satisfies(a -> assertThat(a.getIntsList()).containsExactly(1L, 1L, 1L, 1L));
  }

  @Test
  void laysConstantsOutAsTheTensorIsStored() throws Exception {
    weights.put("bias", new Constant(new int[] {2}, new float[] {5, 7}));
    node("sum", "Add", "x", "bias");

    GraphProto graph = convert("sum");

    assertThat(graph.getInitializer(0).getDimsList()).containsExactly(1L, 2L, 1L, 1L);
  }

  @Test
  void refusesAnOperationItDoesNotKnow() {
    node("odd", "Gather", "x");

    assertThatThrownBy(() -> convert("odd"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("Gather")
        .hasMessageContaining("odd");
  }

  @Test
  void refusesAConstantThatDoesNotFit() {
    weights.put("bias", new Constant(new int[] {3}, new float[3]));
    node("sum", "Add", "x", "bias");

    assertThatThrownBy(() -> convert("sum")).hasMessageContaining("[3] does not fit");
  }

  /** TensorFlow's x of 1×8×8×2 (batch, height, width, channels), stored channels first. */
  private GraphProto convert(String wanted) throws Exception {
    Conversion conversion = new Conversion(new GraphModel(nodes, weights));
    conversion.input("x", "x", new int[] {1, 2, 8, 8}, Axes.channelsFirst(), 1, 2, 8, 8);
    Tensor result = conversion.padded(wanted);
    conversion.graph().output(result.name(), "result", result.stored());
    return ModelProto.parseFrom(conversion.graph().toBytes()).getGraph();
  }

  private void node(String name, String op, String... inputs) {
    nodes.put(
        name, new GraphNode(name, op, List.of(inputs), JsonMapper.shared().createObjectNode()));
  }
}

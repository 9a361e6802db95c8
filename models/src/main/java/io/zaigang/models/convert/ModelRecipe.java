package io.zaigang.models.convert;

import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelFamily;
import java.util.List;

/** What is needed to turn one published graph model into one ONNX file. */
interface ModelRecipe {

  /** Id in {@code models.yaml}; the file is named after it. */
  String id();

  ModelFamily family();

  InputSize input();

  /** Labels by class index; empty for a model without classes. */
  List<String> classNames();

  /** Licence of the weights and where it is stated. */
  String licence();

  /** The model's JSON file, below {@code node_modules}. */
  String source();

  /** Writes the network, cut to what the detectors read, as ONNX. */
  byte[] convert(GraphModel model);
}

package io.zaigang.models.detect;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.zaigang.models.imaging.InputTensor;
import io.zaigang.models.imaging.View;
import io.zaigang.models.registry.InputSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a look at a picture to a detector's input, and its outputs to boxes in the picture: DJL's
 * pre- and post-processing for every family.
 */
final class DetectorTranslator
    implements NoBatchifyTranslator<Look, List<LabelledDetection>>, AutoCloseable {

  private static final String VIEW = "view";
  private static final String INPUT = "input";

  private final DetectorHead head;
  private final int classes;
  private final Map<Integer, String> labels = new HashMap<>();
  private final List<WantedClass> wanted;
  private final DetectorSettings settings;
  private final Map<InputSize, InputTensor> inputs = new HashMap<>();
  private final OutputReader reader = new OutputReader();
  private final GraphInput graphInput;

  /**
   * @param graphInput what the graph takes
   * @param classes how many classes the registry names for the network
   */
  DetectorTranslator(
      DetectorHead head,
      GraphInput graphInput,
      int classes,
      List<WantedClass> wanted,
      DetectorSettings settings) {
    this.head = head;
    this.graphInput = graphInput;
    this.classes = classes;
    this.wanted = List.copyOf(wanted);
    this.settings = settings;
    for (WantedClass want : wanted) {
      labels.put(want.index(), want.label());
    }
  }

  @Override
  public NDList processInput(TranslatorContext context, Look look) {
    InputSize wants = graphInput.fixed().orElseGet(() -> head.inputSize(look.region()));
    InputTensor input =
        inputs.computeIfAbsent(wants, size -> new InputTensor(size, head.preprocessing()));
    context.setAttachment(VIEW, input.fill(look.picture(), look.region()));
    context.setAttachment(INPUT, input.size());
    Shape shape = new Shape(1, 3, input.size().heightPx(), input.size().widthPx());
    NDManager manager = context.getNDManager();
    NDList tensors = new NDList(manager.create(input.planes(), shape, DataType.FLOAT32));
    if (graphInput.takesSize()) {
      long[] size = {input.size().widthPx(), input.size().heightPx()};
      tensors.add(manager.create(size, new Shape(1, 2)));
    }
    return tensors;
  }

  @Override
  public List<LabelledDetection> processOutput(TranslatorContext context, NDList list) {
    View view = (View) context.getAttachment(VIEW);
    InputSize input = (InputSize) context.getAttachment(INPUT);
    List<Output> outputs = reader.read(list);
    Optional<String> mismatch = head.mismatch(outputs, input, classes);
    if (mismatch.isPresent()) {
      throw new UnexpectedOutputException(mismatch.get());
    }
    List<Candidate> candidates = head.candidates(outputs, input, wanted);
    return NonMaximumSuppression.keep(
            candidates, head.nmsIou(settings.nmsIou()), settings.maxDetections())
        .stream()
        .map(c -> detection(c, view))
        .toList();
  }

  private LabelledDetection detection(Candidate c, View view) {
    String label = labels.getOrDefault(c.classIndex(), "");
    return new LabelledDetection(
        label, view.toPicture(c.left(), c.top(), c.right(), c.bottom()), c.score());
  }

  @Override
  public void close() {
    inputs.values().forEach(InputTensor::close);
    inputs.clear();
  }
}

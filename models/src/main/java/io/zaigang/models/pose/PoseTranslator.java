package io.zaigang.models.pose;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.Output;
import io.zaigang.models.detect.OutputReader;
import io.zaigang.models.imaging.ChannelOrder;
import io.zaigang.models.imaging.Fit;
import io.zaigang.models.imaging.InputTensor;
import io.zaigang.models.imaging.Preprocessing;
import io.zaigang.models.imaging.View;
import io.zaigang.models.registry.InputSize;
import java.util.List;

/** Takes a person to MoveNet's input and its maps to body points in the picture. */
final class PoseTranslator
    implements NoBatchifyTranslator<PoseTranslator.Person, Pose>, AutoCloseable {

  /**
   * @param crop shows the person in its middle
   * @param shown where the crop lies in the picture
   */
  record Person(BgrPicture crop, Box shown) {}

  /** Network pixels per cell of the maps. */
  private static final int STRIDE = 4;

  private static final List<String> MAPS = List.of("heatmap", "center", "regress", "offset");
  private static final String VIEW = "view";
  private static final String SHOWN = "shown";

  private final InputTensor input;
  private final MoveNetDecoder decoder;
  private final OutputReader reader = new OutputReader();

  PoseTranslator(InputSize size) {
    this.input =
        new InputTensor(size, Preprocessing.dividing(Fit.LETTERBOX, 0, ChannelOrder.RGB, 1));
    this.decoder = new MoveNetDecoder(size.widthPx() / STRIDE, size.heightPx() / STRIDE);
  }

  @Override
  public NDList processInput(TranslatorContext context, Person person) {
    Box all = new Box(0, 0, person.crop().widthPx(), person.crop().heightPx());
    context.setAttachment(VIEW, input.fill(person.crop(), all));
    context.setAttachment(SHOWN, person.shown());
    Shape shape = new Shape(1, 3, input.size().heightPx(), input.size().widthPx());
    return new NDList(context.getNDManager().create(input.planes(), shape, DataType.FLOAT32));
  }

  @Override
  public Pose processOutput(TranslatorContext context, NDList list) {
    View view = (View) context.getAttachment(VIEW);
    Box shown = (Box) context.getAttachment(SHOWN);
    List<Output> maps = reader.read(list);
    requireMaps(maps);
    double middleX = shown.width() / 2 * view.scaleX() / STRIDE;
    double middleY = shown.height() / 2 * view.scaleY() / STRIDE;
    return new Pose(
        decoder
            .decode(
                maps.get(0).values(),
                maps.get(1).values(),
                maps.get(2).values(),
                maps.get(3).values(),
                middleX,
                middleY)
            .stream()
            .map(cell -> point(cell, view, shown))
            .toList());
  }

  private void requireMaps(List<Output> maps) {
    List<String> names = maps.stream().map(Output::name).toList();
    if (!names.equals(MAPS)) {
      throw new IllegalArgumentException("expected outputs " + MAPS + ", found " + names);
    }
    int[] channels = {17, 1, 34, 34};
    for (int i = 0; i < channels.length; i++) {
      long[] shape = maps.get(i).shape();
      if (shape.length != 4
          || shape[1] != channels[i]
          || shape[2] != input.size().heightPx() / STRIDE
          || shape[3] != input.size().widthPx() / STRIDE) {
        throw new IllegalArgumentException(
            "expected " + channels[i] + " channels, found " + maps.get(i).describe());
      }
    }
  }

  private static BodyPoint point(MoveNetDecoder.Cell cell, View view, Box shown) {
    return new BodyPoint(
        shown.x() + cell.x() * STRIDE / view.scaleX(),
        shown.y() + cell.y() * STRIDE / view.scaleY(),
        cell.score());
  }

  @Override
  public void close() {
    input.close();
  }
}

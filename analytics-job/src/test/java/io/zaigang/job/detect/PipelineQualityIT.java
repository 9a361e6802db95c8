package io.zaigang.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.job.TestPlaces;
import io.zaigang.job.source.CameraMemory;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.PostZone;
import io.zaigang.job.source.split.MemoryImage;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.evaluate.CocoAnnotations;
import io.zaigang.models.evaluate.DetectionQuality;
import io.zaigang.models.evaluate.DetectionScoring;
import io.zaigang.models.evaluate.DetectorEvaluation;
import io.zaigang.models.evaluate.LabelledPicture;
import io.zaigang.models.imaging.PictureFile;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What the job finds, with its own settings, checks of the picture and rounding, is as good as what
 * {@code evaluate} says of the same pictures.
 */
class PipelineQualityIT {

  private static final Instant AT = Instant.parse("2026-03-02T01:00:01Z");
  private static final PostZone WHOLE_PICTURE =
      new PostZone(
          "post",
          new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1))),
          Duration.ofHours(1));

  private final ModelRegistry registry = ModelRegistry.load(TestPlaces.models());

  @Test
  void findsPeopleAsWellAsEvaluateSays() throws Exception {
    Path images = TestPlaces.images("coco128_train2017");
    List<LabelledPicture> pictures =
        CocoAnnotations.read(images.resolve("instances.json")).stream().limit(32).toList();

    DetectionQuality evaluated =
        new DetectorEvaluation(registry.model(ModelRole.DETECTOR), DetectorSettings.DEFAULT)
            .run(images, pictures, done -> {})
            .person();
    DetectionQuality inTheJob = quality(images, pictures);

    assertThat(evaluated.recall()).isGreaterThan(0.4);
    assertThat(inTheJob.recall()).isCloseTo(evaluated.recall(), Offset.offset(0.002));
    assertThat(inTheJob.precision()).isCloseTo(evaluated.precision(), Offset.offset(0.002));
  }

  /** Each picture comes from a camera of its own, as a scene that changed would be held moved. */
  private DetectionQuality quality(Path images, List<LabelledPicture> pictures) throws Exception {
    DetectionScoring scoring = new DetectionScoring(LabelledDetection.PERSON);
    try (FrameJudge judge = new ModelFrameJudge(registry)) {
      for (LabelledPicture labelled : pictures) {
        try (BgrPicture picture = PictureFile.read(images.resolve(labelled.fileName()))) {
          CameraView view = new CameraView(labelled.fileName(), 0.5, List.of(WHOLE_PICTURE));
          FrameDetections frame =
              Rounding.of(
                  judge.judge(
                      new CameraSample.Sampled(
                          view, AT, picture, 1, new CameraMemory(MemoryImage.EMPTY))));
          scoring.add(found(frame), labelled.truths());
        }
      }
    }
    return scoring.quality(DetectorSettings.DEFAULT.personScore());
  }

  private static List<LabelledDetection> found(FrameDetections frame) {
    return frame.persons().stream()
        .map(p -> new LabelledDetection(LabelledDetection.PERSON, p.box(), p.score()))
        .toList();
  }
}

package io.zaigang.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.models.Testdata;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DetectorEvaluationIT {

  @Test
  void findsPeopleOfCocoAsWellAsTheDetectorIsKnownTo() throws Exception {
    Path images = Testdata.path("images/coco128_train2017");
    ModelRegistry registry = ModelRegistry.load(Testdata.weights());

    EvaluationReport report =
        new DetectorEvaluation(registry.model(ModelRole.DETECTOR), DetectorSettings.DEFAULT)
            .run(images, CocoAnnotations.read(images.resolve("instances.json")), done -> {});

    assertThat(report.images()).isEqualTo(128);
    assertThat(report.person().ap50()).isGreaterThanOrEqualTo(0.62);
    assertThat(report.person().ap()).isGreaterThanOrEqualTo(0.37);
  }
}

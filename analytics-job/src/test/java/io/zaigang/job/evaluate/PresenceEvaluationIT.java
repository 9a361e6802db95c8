package io.zaigang.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.TestPlaces;
import io.zaigang.models.presence.PostWatchSettings;
import io.zaigang.models.registry.ModelRegistry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds presence on real footage, at two looks a second, to what docs/accuracy.md says of it. */
class PresenceEvaluationIT {

  private final PresenceEvaluation evaluation =
      new PresenceEvaluation(ModelRegistry.load(TestPlaces.models()), PostWatchSettings.DEFAULT, 2);

  @Test
  void followsWhoComesAndGoesInEveryLabelledVideo() throws Exception {
    var folder = TestPlaces.video("post_table_a").getParent();
    List<LabelledVideo> videos = PresenceEvaluation.labelled(Objects.requireNonNull(folder));

    PresenceReport report = evaluation.pipeline(videos, line -> {});

    assertThat(report.bar().outside()).isEmpty();
    assertThat(report.all().occupied().looks()).isGreaterThan(200);
    assertThat(report.all().occupied().seen()).isGreaterThan(0.9);
    assertThat(figures(report, "office_cctv_overlay", "station_4").longestFalsePresentSeconds())
        .isZero();
    assertThat(figures(report, "post_table_a", "post").secondsToEmpty()).hasSize(4);
    assertThat(report.models()).containsKeys("nanodet", "coco-ssd");
  }

  private static PresenceReport.Figures figures(PresenceReport report, String video, String id) {
    return report.videos().stream()
        .filter(v -> v.video().equals(video))
        .flatMap(v -> v.regions().stream())
        .filter(region -> region.id().equals(id))
        .findFirst()
        .orElseThrow()
        .figures();
  }
}

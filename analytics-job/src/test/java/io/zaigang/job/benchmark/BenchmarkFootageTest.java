package io.zaigang.job.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.job.TestPlaces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFootageTest {

  private static final Instant START = BenchmarkFootage.START;

  @TempDir private Path dir;

  @Test
  void showsOneVideoAgainAndAgainOnManyCamerasWithoutGaps() throws Exception {
    Path video = TestPlaces.video("three_people_close/three_people_close.mp4");
    BenchmarkFootage footage = BenchmarkFootage.of(video, dir);
    Duration wanted = footage.length().multipliedBy(5);

    footage.reach(3, wanted);

    FootageLog log = FootageLog.open(dir);
    assertThat(log.cameras()).containsExactly("bench-01", "bench-02", "bench-03");
    for (String camera : log.cameras()) {
      assertThat(log.gaps(camera, START, START.plus(wanted))).isEmpty();
      assertThat(log.all(camera)).hasSize(5 * footage.once().size());
    }
    assertThat(footage.segments(START.plus(footage.length()), START.plus(wanted)))
        .extracting(Segment::cameraId)
        .containsOnly("bench-01");
  }

  @Test
  void knowsItsFootageAgain() throws Exception {
    Path video = TestPlaces.video("three_people_close/three_people_close.mp4");
    BenchmarkFootage first = BenchmarkFootage.of(video, dir);
    first.reach(1, first.length().multipliedBy(3));

    BenchmarkFootage again = BenchmarkFootage.of(video, dir);

    assertThat(again.length()).isEqualTo(first.length());
    assertThat(again.once()).isEqualTo(first.once());
  }

  @Test
  void plansThreePostsACamera() {
    SitePlan plan = BenchmarkFootage.plan(2, 0.5, "  blindAfter: PT15S");

    assertThat(plan.cameras()).hasSize(2).allMatch(camera -> camera.analysisFps() == 0.5);
    assertThat(plan.windows()).hasSize(2).allMatch(window -> window.posts().size() == 3);
    assertThat(List.copyOf(plan.windows().get(1).cameraIds())).containsExactly("bench-02");
  }
}

package io.zaigang.job.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.job.TestPlans;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FootageSplitReaderTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final LiveTiming TIMING =
      new LiveTiming(Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofSeconds(6));

  private final Map<String, FakeFootage> footage = new HashMap<>();
  private final List<String> opened = new ArrayList<>();
  private final PlannedViews planned = new PlannedViews();
  private final TestClock clock = new TestClock();
  private final FootageSplitReader reader =
      new FootageSplitReader(this::open, TIMING, planned, clock);

  @Test
  void readsTheCameraFurthestBehind() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0, 1, 2);
    footage("cam-2").records(0, 1, 2);

    assertThat(read(6))
        .containsExactly("cam-1 0", "cam-2 0", "cam-1 1", "cam-2 1", "cam-1 2", "cam-2 2");
  }

  @Test
  void finishesCameraThatIsReadToItsEnd() {
    follow("cam-1");
    footage("cam-1").records(0).thenEnds();

    assertThat(read(1)).containsExactly("cam-1 0");
    assertThat(reader.fetch().finishedSplits()).containsExactly("cam-1");
    assertThat(footage("cam-1").closed).isTrue();
  }

  @Test
  void leavesPausedCameraUntilItIsResumed() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0);
    footage("cam-2").records(5);
    FootageSplit paused = FootageSplit.following("cam-1", 0);

    reader.pauseOrResumeSplits(List.of(paused), List.of());
    assertThat(read(2)).containsExactly("cam-2 5");
    reader.pauseOrResumeSplits(List.of(), List.of(paused));
    assertThat(read(1)).containsExactly("cam-1 0");
  }

  @Test
  void saysThatCameraIsSilentWhileOthersGoOn() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0);
    footage("cam-2").records(0, 30);
    clock.now = START.plusSeconds(31);

    assertThat(read(6)).containsExactlyInAnyOrder("cam-1 0", "cam-2 0", "cam-2 30", "cam-1 silent");
  }

  @Test
  void movesTimeOnWhenAllCamerasAreSilent() {
    follow("cam-1");
    footage("cam-1").records(0);
    assertThat(read(2)).containsExactly("cam-1 0");

    clock.now = START.plusSeconds(60);
    assertThat(read(1)).containsExactly("cam-1 silent until 40");
    assertThat(read(1)).as("said once a second").isEmpty();
    clock.now = START.plusSeconds(62);
    assertThat(read(1)).containsExactly("cam-1 silent until 42");
  }

  @Test
  void readsWhatADeadRecorderLeftBeforeTimeMovesOn() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0);
    footage("cam-2").records(0);
    assertThat(read(2)).containsExactly("cam-1 0", "cam-2 0");

    footage("cam-1").left(1, 2);
    clock.now = START.plusSeconds(60);
    assertThat(read(3)).containsExactly("cam-2 silent until 40", "cam-1 1", "cam-1 2");
    assertThat(read(1)).containsExactly("cam-1 silent until 40");
  }

  @Test
  void catchingUpIsNotSilence() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0, 1, 2, 3);
    footage("cam-2").records(0, 1, 2, 3);
    clock.now = START.plusSeconds(3600);

    assertThat(read(8)).allMatch(item -> !item.contains("silent"));
  }

  @Test
  void letsGoOfCameraThatLeftThePlan() {
    follow("cam-1", "cam-2");
    footage("cam-1").records(0, 1);
    footage("cam-2").records(0, 1);
    read(2);

    planned.become(CameraView.byCamera(TestPlans.hall("cam-2")));
    RecordsWithSplitIds<FootageItem> batch = reader.fetch();

    assertThat(batch.finishedSplits()).containsExactly("cam-1");
    assertThat(footage("cam-1").closed).isTrue();
    assertThat(items(batch)).containsExactly("cam-2 1");
  }

  @Test
  void readsOnAtTheNewRateFromWhereItIs() {
    follow("cam-1");
    footage("cam-1").records(0, 1);
    read(2);

    planned.become(CameraView.byCamera(TestPlans.hall("PT10S", 5, "cam-1")));
    reader.fetch();

    assertThat(opened).containsExactly("cam-1 at 1.0 from 0", "cam-1 at 5.0 from 2");
  }

  private void follow(String... cameraIds) {
    planned.become(CameraView.byCamera(TestPlans.hall(cameraIds)));
    List<FootageSplit> splits = new ArrayList<>();
    for (String id : cameraIds) {
      splits.add(FootageSplit.following(id, START.toEpochMilli()));
    }
    reader.handleSplitsChanges(new SplitsAddition<>(splits));
  }

  private CameraFootage open(FootageSplit split, double fps) {
    long from = Duration.between(START, Instant.ofEpochMilli(split.positionMillis())).toSeconds();
    opened.add(split.cameraId() + " at " + fps + " from " + from);
    FakeFootage camera = new FakeFootage(Instant.ofEpochMilli(split.positionMillis()));
    footage.put(split.cameraId(), camera);
    return camera;
  }

  private FakeFootage footage(String cameraId) {
    return footage.get(cameraId);
  }

  private List<String> read(int fetches) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < fetches; i++) {
      items.addAll(items(reader.fetch()));
      clock.now = clock.now.plusMillis(2);
    }
    return items;
  }

  private static List<String> items(RecordsWithSplitIds<FootageItem> batch) {
    List<String> items = new ArrayList<>();
    for (String id = batch.nextSplit(); id != null; id = batch.nextSplit()) {
      for (FootageItem item = batch.nextRecordFromSplit();
          item != null;
          item = batch.nextRecordFromSplit()) {
        items.add(id + " " + describe(item));
      }
    }
    return items;
  }

  private static String describe(FootageItem item) {
    if (item instanceof FootageItem.Unusable unusable) {
      return String.valueOf(Duration.between(START, unusable.at()).toSeconds());
    }
    if (item instanceof FootageItem.AllSilent silent) {
      return "silent until " + Duration.between(START, silent.until()).toSeconds();
    }
    return item instanceof FootageItem.Silent ? "silent" : item.toString();
  }

  private static final class FakeFootage implements CameraFootage {
    private final Queue<Instant> recorded = new ArrayDeque<>();
    private final Queue<Instant> unfinished = new ArrayDeque<>();
    private Instant position;
    private boolean ends;
    private boolean closed;

    private FakeFootage(Instant position) {
      this.position = position;
    }

    private FakeFootage records(long... seconds) {
      for (long second : seconds) {
        recorded.add(START.plusSeconds(second));
      }
      return this;
    }

    private void left(long... seconds) {
      for (long second : seconds) {
        unfinished.add(START.plusSeconds(second));
      }
    }

    private void thenEnds() {
      ends = true;
    }

    @Override
    public @Nullable FootageItem next() {
      Instant at = recorded.poll();
      if (at == null) {
        return null;
      }
      position = at.plusSeconds(1);
      return new FootageItem.Unusable(at, BlindCause.DARK);
    }

    @Override
    public boolean takeUnfinished() {
      boolean any = recorded.addAll(unfinished);
      unfinished.clear();
      return any;
    }

    @Override
    public Ending ending() {
      return ends ? Ending.DONE : Ending.NOT_YET;
    }

    @Override
    public Instant position() {
      return position;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class TestClock extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

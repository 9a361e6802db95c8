package io.zaigang.dashboard.upkeep;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.upkeep.StorageSurvey.Counted;
import io.zaigang.dashboard.upkeep.StorageView.Disk;
import io.zaigang.dashboard.upkeep.StorageView.EvidenceStorage;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.ingest.footage.FootageHold;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.record.DiskReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Disk, retention, footage and evidence: who says what is told by {@link StorageView}. */
@RestController
class StorageController {

  private static final Logger LOG = LoggerFactory.getLogger(StorageController.class);

  private final StorageSurvey survey;
  private final FootageHolds holds;
  private final HallTimes times;
  private final Path diskReport;
  private final Path evidence;

  StorageController(
      StorageSurvey survey, FootageHolds holds, HallTimes times, ZaigangSettings settings) {
    this.survey = survey;
    this.holds = holds;
    this.times = times;
    this.diskReport = DiskReport.file(settings.dataDir());
    this.evidence = settings.dataDir().resolve("evidence");
  }

  /** What the recorder says of its disk, what was counted of the footage, what evidence holds. */
  @GetMapping("/api/settings/storage")
  StorageView storage() throws IOException {
    Optional<Counted> counted = survey.counted();
    return new StorageView(
        disk(),
        counted.map(Counted::at).orElse(null),
        counted.map(Counted::cameras).orElse(List.of()),
        evidence());
  }

  private @Nullable Disk disk() {
    try {
      return DiskReport.read(diskReport).map(this::view).orElse(null);
    } catch (IOException e) {
      LOG.warn("The recorder's report of its disk cannot be read: {}", e.getMessage());
      return null;
    }
  }

  private Disk view(DiskReport report) {
    return new Disk(
        times.at(report.at()),
        report.state(),
        report.trouble(),
        report.usableBytes(),
        report.totalBytes(),
        report.daysLeft(),
        report.keepDays(),
        report.floorBytes(),
        report.warnBytes());
  }

  private EvidenceStorage evidence() throws IOException {
    List<FootageHold> held = holds.list();
    return new EvidenceStorage(
        bytesBelow(evidence),
        held.size(),
        held.stream()
            .map(hold -> Duration.between(hold.from(), hold.to()))
            .mapToLong(Duration::toSeconds)
            .sum(),
        held.stream().findFirst().map(FootageHold::from).map(times::at).orElse(null));
  }

  private static long bytesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (UncheckedIOException changedMeanwhile) {
      throw changedMeanwhile.getCause();
    }
  }
}

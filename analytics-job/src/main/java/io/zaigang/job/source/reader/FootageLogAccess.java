package io.zaigang.job.source.reader;

import io.zaigang.ingest.av.SampleGrid;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.job.source.split.FootageSplit;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Footage out of a data directory, which is at the same place on every machine of the job. */
public final class FootageLogAccess implements FootageAccess {

  private static final long serialVersionUID = 1;

  private final String dataDir;
  private transient @Nullable FootageLog log;

  public FootageLogAccess(Path dataDir) {
    this.dataDir = dataDir.toAbsolutePath().toString();
  }

  @Override
  public CameraFootage open(FootageSplit split, double analysisFps) {
    return new LoggedFootage(log(), split, SampleGrid.perSecond(analysisFps));
  }

  private synchronized FootageLog log() {
    FootageLog opened = log;
    if (opened == null) {
      opened = FootageLog.open(Path.of(dataDir));
      log = opened;
    }
    return opened;
  }
}

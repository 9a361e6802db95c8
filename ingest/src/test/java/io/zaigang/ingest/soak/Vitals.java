package io.zaigang.ingest.soak;

import io.zaigang.ingest.record.RecorderProcess;
import java.io.IOException;
import java.time.Instant;

/** What the recorder's process takes at one moment. */
record Vitals(Instant at, long residentBytes, int handles) {

  static Vitals of(RecorderProcess recorder) throws IOException {
    return new Vitals(Instant.now(), recorder.residentBytes(), recorder.handles());
  }
}

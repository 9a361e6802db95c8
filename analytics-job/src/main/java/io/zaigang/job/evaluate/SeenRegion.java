package io.zaigang.job.evaluate;

import io.zaigang.domain.detection.PostEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was seen of one region, picture after picture. */
final class SeenRegion {

  private final LabelledVideo.Region region;
  private final List<Look> looks = new ArrayList<>();
  private int blind;

  /** One usable picture. */
  record Look(Instant at, PostEvidence evidence) {}

  SeenRegion(LabelledVideo.Region region) {
    this.region = region;
  }

  void add(Instant at, PostEvidence evidence) {
    looks.add(new Look(at, evidence));
  }

  void addBlind() {
    blind++;
  }

  LabelledVideo.Region region() {
    return region;
  }

  List<Look> looks() {
    return looks;
  }

  /** Pictures that could not be used. */
  int blind() {
    return blind;
  }
}

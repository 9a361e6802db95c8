package io.zaigang.dashboard.evidence;

import io.zaigang.domain.incident.Incident;
import io.zaigang.ingest.clip.Chapter;
import io.zaigang.ingest.clip.ChapterKind;
import io.zaigang.ingest.clip.ClipPlan;
import io.zaigang.ingest.clip.Sha256;
import io.zaigang.ingest.clip.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What evidence of an incident should show: ten seconds before its onset to ten after its end. */
final class EvidenceSpan {

  /** Shown before the onset and after the end. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** Shown after the onset and before the end of a long incident, and around its threshold. */
  private static final Duration PART = Duration.ofSeconds(30);

  private EvidenceSpan() {}

  static Instant from(Incident incident) {
    return incident.startedAt().minus(MARGIN);
  }

  /** Null while the incident goes on. */
  static @Nullable Instant to(Incident incident) {
    Instant endedAt = incident.endedAt();
    return endedAt == null ? null : endedAt.plus(MARGIN);
  }

  /**
   * A sum over what matters to the evidence: where it is the same, evidence need not be made anew.
   */
  static String fingerprint(Incident incident) {
    return Sha256.of(
        String.join(
            "\n",
            incident.startedAt().toString(),
            incident.confirmedAt().toString(),
            String.valueOf(incident.endedAt()),
            incident.cameraIds().toString()));
  }

  /**
   * One camera's clip of an incident that is over.
   *
   * @param wholeUpTo a longer one is shown in parts
   */
  static ClipPlan plan(Incident incident, Instant endedAt, String cameraId, Duration wholeUpTo) {
    Instant onset = incident.startedAt();
    Instant threshold = incident.confirmedAt();
    Instant from = onset.minus(MARGIN);
    Instant to = endedAt.plus(MARGIN);
    List<Stretch> stretches = new ArrayList<>();
    if (Duration.between(from, to).compareTo(wholeUpTo) <= 0) {
      stretches.add(new Stretch(from, to));
    } else {
      add(stretches, new Stretch(from, onset.plus(PART)));
      add(stretches, new Stretch(threshold.minus(PART), threshold.plus(PART)));
      add(stretches, new Stretch(endedAt.minus(PART), to));
    }
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new Chapter(ChapterKind.LEAD_IN, from));
    chapters.add(new Chapter(ChapterKind.ONSET, onset));
    if (threshold.isAfter(onset) && threshold.isBefore(endedAt)) {
      chapters.add(new Chapter(ChapterKind.THRESHOLD, threshold));
    }
    if (endedAt.isAfter(onset)) {
      chapters.add(new Chapter(ChapterKind.RETURN, endedAt));
    }
    return new ClipPlan(cameraId, stretches, chapters, onset);
  }

  /** Parts that touch become one. */
  private static void add(List<Stretch> stretches, Stretch next) {
    int last = stretches.size() - 1;
    if (last >= 0 && !next.from().isAfter(stretches.get(last).to())) {
      Stretch before = stretches.get(last);
      Instant to = next.to().isAfter(before.to()) ? next.to() : before.to();
      stretches.set(last, new Stretch(before.from(), to));
    } else {
      stretches.add(next);
    }
  }
}

package io.zaigang.job.evaluate;

import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.presence.PresenceQuality;
import io.zaigang.models.presence.PostWatch;
import io.zaigang.models.presence.PostWatchSettings;
import io.zaigang.models.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures presence on labelled videos: once as the pipeline runs it, once with every detector
 * asked at every look, to see what each cue adds.
 */
public final class PresenceEvaluation {

  private static final String SSD = PresenceFilterSettings.SSD;
  private static final String NANODET = PresenceFilterSettings.NANODET;
  private static final String MOTION = PresenceFilterSettings.MOTION;

  private static final List<List<String>> CUES =
      List.of(
          List.of(SSD),
          List.of(NANODET),
          List.of(MOTION),
          List.of(SSD, NANODET),
          List.of(SSD, MOTION),
          List.of(NANODET, MOTION),
          List.of(SSD, NANODET, MOTION));

  private final ModelRegistry registry;
  private final PostWatchSettings settings;
  private final double samplesPerSecond;

  /**
   * @param settings of the pipeline
   * @param samplesPerSecond looks a second of media time
   */
  public PresenceEvaluation(
      ModelRegistry registry, PostWatchSettings settings, double samplesPerSecond) {
    this.registry = registry;
    this.settings = settings;
    this.samplesPerSecond = samplesPerSecond;
  }

  /**
   * Measures.
   *
   * @param folder holds labelled videos, see {@link EventsFile}
   * @param progress told what is being looked at
   * @throws InvalidLabelsException when labels or a video cannot be used
   */
  public PresenceReport run(Path folder, Consumer<String> progress) throws InvalidLabelsException {
    List<LabelledVideo> videos = labelled(folder);
    return pipeline(videos, progress).with(onCues(videos, progress));
  }

  static List<LabelledVideo> labelled(Path folder) throws InvalidLabelsException {
    return EventsFile.under(folder).stream().filter(video -> !video.regions().isEmpty()).toList();
  }

  /** As the pipeline runs it, alone. */
  PresenceReport pipeline(List<LabelledVideo> videos, Consumer<String> progress)
      throws InvalidLabelsException {
    PresenceScoring scoring = new PresenceScoring(settings.filter(), samplesPerSecond);
    List<PresenceReport.Video> reports = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    PresenceQuality all = PresenceQuality.NONE;
    for (LabelledVideo video : videos) {
      List<PresenceReport.Region> regions = new ArrayList<>();
      for (SeenRegion seen : watch(video, settings, progress)) {
        PresenceQuality quality = scoring.asWatched(seen);
        all = all.and(quality);
        PresenceReport.Figures figures = PresenceReport.Figures.of(quality);
        LabelledVideo.Region region = seen.region();
        regions.add(new PresenceReport.Region(region.id(), region.kind(), seen.blind(), figures));
        outside.addAll(misses(video.name() + " " + region.id(), figures));
      }
      reports.add(new PresenceReport.Video(video.name(), regions));
    }
    return new PresenceReport(
        samplesPerSecond,
        reports,
        PresenceReport.Figures.of(all),
        List.of(),
        new PresenceReport.Bar(
            PresenceReport.Bar.FALSE_EMPTY,
            PresenceReport.Bar.TO_EMPTY,
            PresenceReport.Bar.BOUNDARY,
            outside),
        registry.hashes());
  }

  private List<PresenceReport.OnCues> onCues(List<LabelledVideo> videos, Consumer<String> progress)
      throws InvalidLabelsException {
    PresenceScoring scoring = new PresenceScoring(settings.filter(), samplesPerSecond);
    Map<List<String>, PresenceQuality> qualities = new LinkedHashMap<>();
    for (LabelledVideo video : videos) {
      for (SeenRegion seen : watch(video, settings.alwaysAskingBoth(), progress)) {
        for (List<String> cues : CUES) {
          qualities.merge(cues, scoring.on(Set.copyOf(cues), seen), PresenceQuality::and);
        }
      }
    }
    List<PresenceReport.OnCues> rows = new ArrayList<>();
    qualities.forEach(
        (cues, quality) ->
            rows.add(new PresenceReport.OnCues(cues, PresenceReport.Figures.of(quality))));
    return rows;
  }

  private List<SeenRegion> watch(
      LabelledVideo video, PostWatchSettings with, Consumer<String> progress)
      throws InvalidLabelsException {
    try (PostWatch networks = PostWatch.open(registry, with)) {
      return new VideoWatch(networks, samplesPerSecond)
          .watch(
              video, at -> progress.accept(video.name() + " " + at.toEpochMilli() / 1000 + " s"));
    }
  }

  private static List<String> misses(String where, PresenceReport.Figures figures) {
    List<String> misses = new ArrayList<>();
    if (figures.longestFalseEmptySeconds() > PresenceReport.Bar.FALSE_EMPTY) {
      misses.add(where + ": EMPTY for " + figures.longestFalseEmptySeconds() + " s with someone");
    }
    Double toEmpty = figures.worstToEmpty();
    if (toEmpty != null && toEmpty > PresenceReport.Bar.TO_EMPTY) {
      misses.add(where + ": EMPTY found after " + toEmpty + " s");
    }
    if (figures.neverEmpty() > 0) {
      misses.add(where + ": EMPTY not found, " + figures.neverEmpty() + " ×");
    }
    Double boundary = figures.worstBoundarySeconds();
    if (boundary != null && boundary > PresenceReport.Bar.BOUNDARY) {
      misses.add(where + ": a change dated " + boundary + " s off");
    }
    if (figures.missedBoundaries() > 0 || figures.falseChanges() > 0) {
      misses.add(
          where
              + ": "
              + figures.missedBoundaries()
              + " changes missed, "
              + figures.falseChanges()
              + " false ones");
    }
    return misses;
  }
}

package io.zaigang.domain.gathering;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.RuleSettings.GatheringSettings;
import io.zaigang.domain.site.SitePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 柜台内聚集说话: at least {@code minPersons} people close together in a staff area in {@code share} of
 * the samples of the last {@code window}; it is over when the share falls below half of that.
 *
 * <p>The share is asked only of a window that was seen through: without a gap longer than {@code
 * blindAfter}, and with at least half of the samples that were due. It began with the first such
 * sample of that window and ended with the last. Only working time counts, each period by itself. A
 * gap in a gathering neither ends it nor counts for it, unless a whole window went unseen.
 */
public final class GatheringRule {

  /** Key of {@link Incident#measure}: the largest group seen. */
  public static final String PERSONS = "persons";

  private static final int MIN_SAMPLES = 3;

  private final Area area;
  private final GatheringSettings settings;
  private final Duration blindAfter;
  private final Duration samplingInterval;
  private final WorkingCalendar calendar;

  /**
   * @throws IllegalArgumentException when the plan has no such camera as the area's
   */
  public GatheringRule(SitePlan plan, Area area) {
    this.area = area;
    this.settings = plan.rules().gathering();
    this.blindAfter = plan.rules().blindAfter();
    this.samplingInterval =
        plan.camera(area.cameraId())
            .map(Camera::samplingInterval)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no camera " + area.cameraId()));
    this.calendar = new WorkingCalendar(plan.calendar(), plan.hall().timeZone());
  }

  /**
   * Takes one sample; what it leads to comes out of {@link #advance}. One at or before the last
   * watermark, or taken before, changes nothing: the very same state comes back.
   */
  public GatheringState observe(GatheringState state, GatheringSample sample) {
    Instant watermark = state.watermark();
    if (watermark != null && !sample.at().isAfter(watermark)) {
      return state;
    }
    int place =
        Collections.binarySearch(
            state.pending(), sample, Comparator.comparing(GatheringSample::at));
    if (place >= 0) {
      return state;
    }
    List<GatheringSample> pending = new ArrayList<>(state.pending());
    pending.add(-place - 1, sample);
    return new GatheringState(
        watermark, pending, state.samples(), state.watchedSince(), state.gathering());
  }

  /**
   * Works off everything up to and including {@code watermark}: nothing so early will follow. A
   * watermark not after the last one gives nothing. At the end of the footage an open gathering
   * stays open.
   */
  public GatheringStep advance(GatheringState state, Instant watermark) {
    Instant now = watermark.truncatedTo(ChronoUnit.MILLIS);
    if (state.watermark() != null && !now.isAfter(state.watermark())) {
      return new GatheringStep(state, List.of());
    }
    List<Incident> incidents = new ArrayList<>(1);
    GatheringState next = state;
    List<GatheringSample> later = new ArrayList<>();
    for (GatheringSample sample : state.pending()) {
      if (sample.at().isAfter(now)) {
        later.add(sample);
      } else {
        next = take(next, sample, incidents);
      }
    }
    if (isLost(next, now)) {
      next = anew(next, incidents);
    }
    return new GatheringStep(
        new GatheringState(now, later, next.samples(), next.watchedSince(), next.gathering()),
        incidents);
  }

  /** When {@link #advance} should be called next even if no sample comes; empty: no need. */
  public Optional<Instant> nextTimer(GatheringState state) {
    if (!state.pending().isEmpty()) {
      return Optional.of(state.pending().get(0).at());
    }
    return state.samples().isEmpty() ? Optional.empty() : Optional.of(lostAt(state));
  }

  private GatheringState take(
      GatheringState before, GatheringSample sample, List<Incident> incidents) {
    WorkingPeriod period = calendar.periodAt(sample.at()).orElse(null);
    if (period == null) {
      return before;
    }
    GatheringState state = before;
    boolean otherPeriod = !state.samples().isEmpty() && last(state).at().isBefore(period.start());
    if (otherPeriod || isLost(state, sample.at())) {
      state = anew(state, incidents);
    }
    return judge(with(state, sample), incidents);
  }

  private GatheringState with(GatheringState state, GatheringSample sample) {
    Instant oldest = sample.at().minus(settings.window());
    List<GatheringSample> samples = new ArrayList<>(state.samples().size() + 1);
    state.samples().stream().filter(s -> s.at().isAfter(oldest)).forEach(samples::add);
    samples.add(sample);
    Instant watchedSince = state.watchedSince();
    Gathering gathering = state.gathering();
    if (watchedSince == null) {
      watchedSince = sample.at();
    } else if (sample.at().isAfter(last(state).at().plus(blindAfter))) {
      watchedSince = sample.at();
      gathering =
          gathering == null
              ? null
              : gathering.unseenFor(blindBetween(last(state).at(), sample.at()));
    }
    return new GatheringState(state.watermark(), state.pending(), samples, watchedSince, gathering);
  }

  private long blindBetween(Instant lastSample, Instant nextSample) {
    Duration blind = Duration.between(lastSample, nextSample).minus(samplingInterval);
    return Math.max(0, blind.toMillis());
  }

  private GatheringState judge(GatheringState state, List<Incident> incidents) {
    List<GatheringSample> samples = state.samples();
    long grouped = samples.stream().filter(this::isGroup).count();
    double share = (double) grouped / samples.size();
    Gathering gathering = state.gathering();
    if (gathering == null && share >= settings.share() && watchedWell(state)) {
      gathering = begun(samples);
      incidents.add(open(gathering));
    } else if (gathering != null) {
      GatheringSample latest = last(state);
      gathering = isGroup(latest) ? gathering.seenAgain(latest.at(), latest.persons()) : gathering;
      if (share < settings.share() / 2) {
        incidents.add(close(gathering));
        gathering = null;
      }
    }
    return new GatheringState(
        state.watermark(), state.pending(), samples, state.watchedSince(), gathering);
  }

  private boolean isGroup(GatheringSample sample) {
    return sample.persons() >= settings.minPersons();
  }

  private boolean watchedWell(GatheringState state) {
    Instant since = state.watchedSince();
    if (since == null) {
      return false;
    }
    Duration watched = Duration.between(since, last(state).at()).plus(samplingInterval);
    long due = settings.window().dividedBy(samplingInterval);
    return watched.compareTo(settings.window()) >= 0
        && state.samples().size() >= Math.max(MIN_SAMPLES, due / 2);
  }

  private Gathering begun(List<GatheringSample> samples) {
    Instant now = samples.get(samples.size() - 1).at();
    Instant startedAt =
        samples.stream().filter(this::isGroup).findFirst().map(GatheringSample::at).orElse(now);
    int persons = samples.stream().mapToInt(GatheringSample::persons).max().orElse(0);
    return new Gathering(startedAt, now, now, persons, 0, 0);
  }

  private boolean isLost(GatheringState state, Instant watermark) {
    return !state.samples().isEmpty() && !watermark.isBefore(lostAt(state));
  }

  private Instant lostAt(GatheringState state) {
    Duration longest = settings.window().compareTo(blindAfter) > 0 ? settings.window() : blindAfter;
    return last(state).at().plus(longest);
  }

  private GatheringState anew(GatheringState state, List<Incident> incidents) {
    Gathering gathering = state.gathering();
    if (gathering != null) {
      incidents.add(close(gathering));
    }
    return new GatheringState(state.watermark(), state.pending(), List.of(), null, null);
  }

  private static GatheringSample last(GatheringState state) {
    return state.samples().get(state.samples().size() - 1);
  }

  private Incident close(Gathering gathering) {
    return open(gathering)
        .closedAt(gathering.lastSeen(), gathering.blindMillis() / 1000.0, measure(gathering));
  }

  private Incident open(Gathering gathering) {
    return new Incident(
        Incident.idOf(IncidentType.GATHERING, area.id(), gathering.startedAt()),
        IncidentType.GATHERING,
        null,
        List.of(),
        area.id(),
        List.of(area.cameraId()),
        gathering.startedAt(),
        gathering.confirmedAt(),
        null,
        IncidentStatus.OPEN,
        gathering.blindMillis() / 1000.0,
        measure(gathering));
  }

  private static SortedMap<String, Number> measure(Gathering gathering) {
    return new TreeMap<>(Map.of(PERSONS, gathering.persons()));
  }
}

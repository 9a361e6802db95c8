package io.zaigang.domain.phone;

import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.phone.PhoneTrack.TimedLook;
import io.zaigang.domain.phone.PhoneUseState.MinuteOfUse;
import io.zaigang.domain.phone.PhoneUseState.Speaker;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleSettings.PhoneUseSettings;
import io.zaigang.domain.site.ServiceWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 长时间看手机: one tracked person on post uses a phone in at least {@code share} of the looks of the
 * last {@code window}; it is over when the share falls below half of that.
 *
 * <p>The share is {@link UseShare#mostLikely}. It is asked only once a person has been looked at
 * through a whole window, and often enough: at least every second look that was due. Use began with
 * the first look in use of that window and ended with the last. Someone who was not looked at for
 * long ({@code lostAfter}) is another person to the rule, and looks outside working time do not
 * count. Where several cameras look at a post, the first in plan order that gives looks speaks for
 * it, so that nobody is counted twice.
 */
public final class PhoneUseRule {

  /** Key of {@link Incident#measure}: the person, by track. */
  public static final String TRACK_ID = "trackId";

  /** Key of {@link Incident#measure}: the highest share of any window so far. */
  public static final String SHARE = "share";

  private static final int MIN_LOOKS = 3;

  private final ServiceWindow window;
  private final PhoneUseSettings settings;
  private final Duration lostAfter;
  private final Map<String, List<String>> camerasByPost = new HashMap<>();

  /**
   * @param blindAfter of the window's rules: a person is lost after this, or after three missed
   *     looks if that is longer
   */
  public PhoneUseRule(ServiceWindow window, PhoneUseSettings settings, Duration blindAfter) {
    this.window = window;
    this.settings = settings;
    Duration threeLooks = settings.lookEvery().multipliedBy(3);
    this.lostAfter = threeLooks.compareTo(blindAfter) > 0 ? threeLooks : blindAfter;
    for (Post post : window.posts()) {
      camerasByPost.put(post.id(), post.zones().stream().map(zone -> zone.cameraId()).toList());
    }
  }

  /**
   * Takes the looks of one picture.
   *
   * @param at not before that of the step before
   * @param looks one a person at most
   * @param period the working period that holds {@code at}; null: none, the looks do not count
   */
  public PhoneUseStep observe(
      PhoneUseState state,
      Instant at,
      String cameraId,
      List<PhoneLook> looks,
      @Nullable WorkingPeriod period) {
    if (looks.isEmpty() || period == null) {
      return new PhoneUseStep(state, List.of());
    }
    List<Incident> incidents = new ArrayList<>(1);
    List<PhoneTrack> tracks = new ArrayList<>(state.tracks());
    List<Speaker> speakers = new ArrayList<>(state.speakers());
    List<MinuteOfUse> minutes = new ArrayList<>(state.minutes());
    for (PhoneLook look : looks) {
      if (speaks(speakers, look.postId(), cameraId, at)) {
        Instant before = take(tracks, cameraId, look, at, period, incidents);
        if (look.inUse()) {
          count(minutes, before, at);
        }
      }
    }
    return new PhoneUseStep(new PhoneUseState(tracks, speakers, minutes), incidents);
  }

  /** Gives up people not looked at for long: nothing up to {@code watermark} is still to come. */
  public PhoneUseStep advance(PhoneUseState state, Instant watermark) {
    if (state.tracks().stream().noneMatch(track -> isLost(track, watermark))) {
      return new PhoneUseStep(state, List.of());
    }
    List<Incident> incidents = new ArrayList<>(1);
    List<PhoneTrack> tracks = new ArrayList<>();
    for (PhoneTrack track : state.tracks()) {
      if (isLost(track, watermark)) {
        closed(track).ifPresent(incidents::add);
      } else {
        tracks.add(track);
      }
    }
    return new PhoneUseStep(
        new PhoneUseState(tracks, state.speakers(), state.minutes()), incidents);
  }

  /** When someone is given up if no further look comes; empty when nobody is watched. */
  public Optional<Instant> nextTimer(PhoneUseState state) {
    return state.tracks().stream()
        .map(track -> track.lastLookAt().plus(lostAfter))
        .min(Comparator.naturalOrder());
  }

  private boolean isLost(PhoneTrack track, Instant watermark) {
    return !watermark.isBefore(track.lastLookAt().plus(lostAfter));
  }

  private boolean speaks(List<Speaker> speakers, String postId, String cameraId, Instant at) {
    List<String> cameras = camerasByPost.getOrDefault(postId, List.of());
    int rank = cameras.indexOf(cameraId);
    if (rank < 0) {
      return false;
    }
    for (int i = 0; i < speakers.size(); i++) {
      Speaker speaker = speakers.get(i);
      if (speaker.postId().equals(postId)) {
        boolean silent = !at.isBefore(speaker.at().plus(lostAfter));
        if (!silent && cameras.indexOf(speaker.cameraId()) < rank) {
          return false;
        }
        speakers.set(i, new Speaker(postId, cameraId, at));
        return true;
      }
    }
    speakers.add(new Speaker(postId, cameraId, at));
    return true;
  }

  /** Gives when the person was looked at before; null when they were not. */
  private @Nullable Instant take(
      List<PhoneTrack> tracks,
      String cameraId,
      PhoneLook look,
      Instant at,
      WorkingPeriod period,
      List<Incident> incidents) {
    TimedLook timed = new TimedLook(at, look.postId(), look.probability());
    int place = indexOf(tracks, cameraId, look.trackId());
    PhoneTrack before = place < 0 ? null : tracks.get(place);
    boolean goesOn =
        before != null && !isLost(before, at) && !before.watchedSince().isBefore(period.start());
    if (before != null && goesOn) {
      tracks.set(place, judge(with(before, timed), at, incidents));
      return before.lastLookAt();
    }
    if (before != null) {
      closed(before).ifPresent(incidents::add);
      tracks.remove(place);
    }
    PhoneTrack anew = new PhoneTrack(cameraId, look.trackId(), at, List.of(timed), null);
    tracks.add(judge(anew, at, incidents));
    return null;
  }

  private static int indexOf(List<PhoneTrack> tracks, String cameraId, int trackId) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).trackId() == trackId && tracks.get(i).cameraId().equals(cameraId)) {
        return i;
      }
    }
    return -1;
  }

  private PhoneTrack with(PhoneTrack track, TimedLook look) {
    Instant oldest = look.at().minus(settings.window());
    List<TimedLook> looks = new ArrayList<>(track.looks().size() + 1);
    track.looks().stream().filter(l -> l.at().isAfter(oldest)).forEach(looks::add);
    looks.add(look);
    return new PhoneTrack(
        track.cameraId(), track.trackId(), track.watchedSince(), looks, track.use());
  }

  private PhoneTrack judge(PhoneTrack track, Instant at, List<Incident> incidents) {
    double share = UseShare.mostLikely(track.looks().stream().map(TimedLook::probability).toList());
    PhoneUse use = track.use();
    if (use == null && share >= settings.share() && watchedWell(track, at)) {
      use = begun(track, at, share);
      incidents.add(open(track, use));
    } else if (use != null) {
      boolean inUse = track.looks().get(track.looks().size() - 1).probability() >= PhoneLook.IN_USE;
      use =
          new PhoneUse(
              use.postId(),
              use.startedAt(),
              use.confirmedAt(),
              inUse ? at : use.lastInUse(),
              Math.max(use.share(), share));
      if (share < settings.share() / 2) {
        incidents.add(close(track, use));
        use = null;
      }
    }
    return new PhoneTrack(
        track.cameraId(), track.trackId(), track.watchedSince(), track.looks(), use);
  }

  /** Through a whole window, and at least every second look that was due. */
  private boolean watchedWell(PhoneTrack track, Instant at) {
    Duration watched = Duration.between(track.watchedSince(), at).plus(settings.lookEvery());
    long due = settings.window().dividedBy(settings.lookEvery());
    return watched.compareTo(settings.window()) >= 0
        && track.looks().size() >= Math.max(MIN_LOOKS, due / 2);
  }

  private static PhoneUse begun(PhoneTrack track, Instant at, double share) {
    Instant startedAt =
        track.looks().stream()
            .filter(look -> look.probability() >= PhoneLook.IN_USE)
            .map(TimedLook::at)
            .findFirst()
            .orElse(at);
    Map<String, Long> looksByPost =
        track.looks().stream()
            .collect(Collectors.groupingBy(TimedLook::postId, TreeMap::new, Collectors.counting()));
    String postId =
        looksByPost.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    return new PhoneUse(postId, startedAt, at, at, share);
  }

  private Optional<Incident> closed(PhoneTrack track) {
    return Optional.ofNullable(track.use()).map(use -> close(track, use));
  }

  private Incident close(PhoneTrack track, PhoneUse use) {
    return open(track, use).closedAt(use.lastInUse(), 0, measure(track, use));
  }

  private Incident open(PhoneTrack track, PhoneUse use) {
    return new Incident(
        Incident.idOf(
            IncidentType.PHONE_USE, use.postId() + "/" + track.trackId(), use.startedAt()),
        IncidentType.PHONE_USE,
        window.id(),
        List.of(use.postId()),
        null,
        List.of(track.cameraId()),
        use.startedAt(),
        use.confirmedAt(),
        null,
        IncidentStatus.OPEN,
        0,
        measure(track, use));
  }

  private static SortedMap<String, Number> measure(PhoneTrack track, PhoneUse use) {
    double rounded = Math.round(use.share() * 1000) / 1000.0;
    return new TreeMap<>(Map.of(TRACK_ID, track.trackId(), SHARE, rounded));
  }

  /** A look speaks for the time since the one before, up to the usual one. */
  private void count(List<MinuteOfUse> minutes, @Nullable Instant before, Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    long usual = settings.lookEvery().toMillis();
    long millis = before == null ? usual : Math.min(usual, before.until(at, ChronoUnit.MILLIS));
    int last = minutes.size() - 1;
    if (last >= 0 && minutes.get(last).minute().equals(minute)) {
      minutes.set(last, new MinuteOfUse(minute, minutes.get(last).millis() + millis));
    } else {
      minutes.add(new MinuteOfUse(minute, millis));
    }
  }
}

package io.zaigang.domain.vacancy;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.StaffedSpan;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The AB-post rule (同一窗口任何时段都不得出现空岗现象): a shortage of people on post, in working time, that lasts
 * for the grace is an incident.
 *
 * <p>The same clock serves VACANCY of a whole service window and POST_UNATTENDED of one of its
 * posts; they differ in what counts as short. The grace runs from the real beginning and only while
 * the shortage is seen: unseen time (UNKNOWN) neither ends a shortage nor counts towards it. A
 * working period is judged by itself: a shortage begins with the period at the earliest and ends
 * with it at the latest. A new version comes out when the grace is crossed, dated exactly, and when
 * it is over. Cutting a span in two changes nothing.
 */
public final class VacancyRule {

  /** Key of {@link Incident#measure}: people that must be on post. */
  public static final String MIN_ON_POST = "minOnPost";

  /** Key of {@link Incident#measure}: posts staffed when the incident was confirmed. */
  public static final String SEEN = "seen";

  /** Key of {@link Incident#measure}: 1 when it began with the working period, else 0. */
  public static final String SINCE_PERIOD_START = "sincePeriodStart";

  /** Key of {@link Incident#measure}, once closed: 1 when the working period ended it, else 0. */
  public static final String UNTIL_PERIOD_END = "untilPeriodEnd";

  private final IncidentType type;
  private final String place;
  private final String windowId;
  private final List<String> postIds;
  private final List<String> cameraIds;
  private final int minOnPost;
  private final Duration grace;

  private VacancyRule(
      IncidentType type, String place, ServiceWindow window, List<Post> posts, Duration grace) {
    this.type = type;
    this.place = place;
    this.windowId = window.id();
    this.postIds = posts.stream().map(Post::id).toList();
    this.cameraIds =
        posts.stream()
            .flatMap(post -> post.zones().stream())
            .map(zone -> zone.cameraId())
            .distinct()
            .toList();
    this.minOnPost = window.minOnPost();
    this.grace = grace;
  }

  /** 空岗 of a window: spans are EMPTY while fewer than {@code minOnPost} posts are staffed. */
  public static VacancyRule ofWindow(ServiceWindow window, Duration grace) {
    return new VacancyRule(IncidentType.VACANCY, window.id(), window, window.posts(), grace);
  }

  /** 离岗 of one post: spans are EMPTY while it is empty and its window covered. */
  public static VacancyRule ofPost(ServiceWindow window, Post post, Duration grace) {
    return new VacancyRule(IncidentType.POST_UNATTENDED, post.id(), window, List.of(post), grace);
  }

  /**
   * Takes the next span of time.
   *
   * @param current what goes on; null: nothing
   * @param span begins where the one before ended
   */
  public ShortageStep apply(@Nullable Shortage current, StaffedSpan span) {
    List<Incident> incidents = new ArrayList<>(1);
    Shortage shortage = current;
    if (shortage != null && isOver(shortage, span)) {
      close(shortage, span).ifPresent(incidents::add);
      shortage = null;
    }
    if (span.presence() == Presence.UNKNOWN && shortage != null) {
      shortage = unseen(shortage, span.millis());
    } else if (span.presence() == Presence.EMPTY) {
      boolean wasConfirmed = shortage != null && shortage.confirmed();
      shortage = shorter(shortage == null ? begin(span) : shortage, span);
      if (shortage.confirmed() && !wasConfirmed) {
        incidents.add(open(shortage));
      }
    }
    return new ShortageStep(shortage, incidents);
  }

  /** When a running shortage crosses the grace if it stays seen and short; empty if it has. */
  public Optional<Instant> confirmsAt(Shortage shortage, Instant settledUntil) {
    return shortage.confirmed() || !shortage.shortAtLast()
        ? Optional.empty()
        : Optional.of(settledUntil.plusMillis(grace.toMillis() - shortage.shortMillis()));
  }

  /** The closed version of a confirmed shortage whose place is watched no longer. */
  public Optional<Incident> abandon(Shortage shortage, Instant at) {
    return closed(shortage, at, 0);
  }

  private static boolean isOver(Shortage shortage, StaffedSpan span) {
    return span.presence() == Presence.STAFFED || endedWithPeriod(shortage, span);
  }

  private static boolean endedWithPeriod(Shortage shortage, StaffedSpan span) {
    // periods may follow on each other without a pause, such as at midnight
    return span.period() == null || shortage.startedAt().isBefore(span.period().start());
  }

  private static Shortage begin(StaffedSpan span) {
    boolean withPeriod = span.period() != null && span.from().equals(span.period().start());
    return new Shortage(span.from(), null, 0, 0, span.seen(), withPeriod, true);
  }

  private static Shortage unseen(Shortage shortage, long millis) {
    return new Shortage(
        shortage.startedAt(),
        shortage.confirmedAt(),
        shortage.shortMillis(),
        shortage.blindMillis() + millis,
        shortage.seen(),
        shortage.sincePeriodStart(),
        false);
  }

  private Shortage shorter(Shortage shortage, StaffedSpan span) {
    long shortMillis = shortage.shortMillis() + span.millis();
    Instant confirmedAt = shortage.confirmedAt();
    int seen = shortage.seen();
    if (confirmedAt == null) {
      seen = span.seen();
      if (shortMillis >= grace.toMillis()) {
        confirmedAt = span.from().plusMillis(grace.toMillis() - shortage.shortMillis());
      }
    }
    return new Shortage(
        shortage.startedAt(),
        confirmedAt,
        shortMillis,
        shortage.blindMillis(),
        seen,
        shortage.sincePeriodStart(),
        true);
  }

  private Incident open(Shortage shortage) {
    Instant confirmedAt = shortage.confirmedAt();
    if (confirmedAt == null) {
      throw new IllegalStateException(place + ": an incident is told only once it is confirmed");
    }
    return new Incident(
        Incident.idOf(type, place, shortage.startedAt()),
        type,
        windowId,
        postIds,
        null,
        cameraIds,
        shortage.startedAt(),
        confirmedAt,
        null,
        IncidentStatus.OPEN,
        shortage.blindMillis() / 1000.0,
        measure(shortage));
  }

  private Optional<Incident> close(Shortage shortage, StaffedSpan next) {
    boolean untilPeriodEnd = endedWithPeriod(shortage, next) && shortage.shortAtLast();
    return closed(shortage, next.from(), untilPeriodEnd ? 1 : 0);
  }

  private Optional<Incident> closed(Shortage shortage, Instant at, int untilPeriodEnd) {
    if (!shortage.confirmed()) {
      return Optional.empty();
    }
    SortedMap<String, Number> measure = measure(shortage);
    measure.put(UNTIL_PERIOD_END, untilPeriodEnd);
    return Optional.of(open(shortage).closedAt(at, shortage.blindMillis() / 1000.0, measure));
  }

  private SortedMap<String, Number> measure(Shortage shortage) {
    return new TreeMap<>(
        Map.of(
            MIN_ON_POST,
            minOnPost,
            SEEN,
            shortage.seen(),
            SINCE_PERIOD_START,
            shortage.sincePeriodStart() ? 1 : 0));
  }
}

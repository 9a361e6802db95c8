package io.zaigang.domain.window;

import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules as domain.md words them, over the whole of the footage at once and tick by tick: slow,
 * plain, and with nothing in common with the state machine but the settings.
 */
final class RuleReference {

  /** All instants and durations of the cases are multiples of this. */
  static final long TICK_MILLIS = 500;

  /** What is compared of an incident; {@code end} null: open. */
  record Found(
      IncidentType type,
      String place,
      Instant start,
      Instant confirmed,
      Instant end,
      double blindSeconds,
      int seen,
      boolean sincePeriodStart,
      boolean untilPeriodEnd) {}

  /** What is compared of a minute, in seconds. */
  record Minute(double staffed, double empty, double blind, double exempt, double persons) {}

  final List<Found> incidents = new ArrayList<>();
  final List<Minute> minutes = new ArrayList<>();

  private final SitePlan plan;
  private final ServiceWindow window;
  private final RuleSettings rules;
  private final Instant start;
  private final int ticks;
  private final Map<String, Presence[]> posts = new TreeMap<>();

  RuleReference(SitePlan plan, List<WindowObservation> observations, Instant end) {
    this.plan = plan;
    this.window = plan.windows().get(0);
    this.rules = plan.rulesFor(window);
    Instant first =
        observations.stream()
            .map(WindowObservation::at)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    this.start = Instant.ofEpochSecond(first.getEpochSecond() / 60 * 60);
    this.ticks = tick(end);
    for (Post post : window.posts()) {
      posts.put(post.id(), presenceOf(post, observations));
    }
    findIncidents(IncidentType.VACANCY, window.id(), windowPresence());
    if (window.posts().size() > 1) {
      window
          .posts()
          .forEach(p -> findIncidents(IncidentType.POST_UNATTENDED, p.id(), unattended(p)));
    }
    countMinutes();
  }

  private int tick(Instant at) {
    return (int) ((at.toEpochMilli() - start.toEpochMilli()) / TICK_MILLIS);
  }

  private Instant instant(int tick) {
    return start.plusMillis(tick * TICK_MILLIS);
  }

  private boolean working(int tick) {
    return period(tick) >= 0;
  }

  /** Another number for every working period; -1: none, or the window is closed. */
  private int period(int tick) {
    Instant at = instant(tick);
    int hours = plan.closures().stream().anyMatch(c -> c.covers(at)) ? -1 : hours(tick);
    long closedBefore = plan.closures().stream().filter(c -> !c.to().isAfter(at)).count();
    return hours < 0 ? -1 : hours + 10 * (int) closedBefore;
  }

  /** Which of the day's hours hold the tick; -1: none. */
  private int hours(int tick) {
    LocalTime time = instant(tick).atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
    var hours = plan.calendar().seasons().get(0).hours();
    for (int i = 0; i < hours.size(); i++) {
      if (!time.isBefore(hours.get(i).start()) && time.isBefore(hours.get(i).end())) {
        return i;
      }
    }
    return -1;
  }

  // ---- a post ----

  private record Look(int tick, int sight, int lastSeen, int lastFound) {}

  private static final int NOBODY = 0;
  private static final int DOUBT = 1;
  private static final int SOMEONE = 2;
  private static final int FOUND = 3;

  private Presence[] presenceOf(Post post, List<WindowObservation> observations) {
    SortedMap<Integer, Map<String, Integer>> byTick = new TreeMap<>();
    for (WindowObservation o : observations) {
      for (PostReading r : o.readings()) {
        if (r.postId().equals(post.id())) {
          int someone = r.found() ? FOUND : SOMEONE;
          int sight = r.presence() >= 0.7 ? someone : r.presence() < 0.05 ? NOBODY : DOUBT;
          byTick.computeIfAbsent(tick(o.at()), t -> new TreeMap<>()).put(o.cameraId(), sight);
        }
      }
    }
    int blindAfter = (int) (rules.blindAfter().toMillis() / TICK_MILLIS);
    List<Look> looks = new ArrayList<>();
    List<Integer> covered = new ArrayList<>();
    byTick.forEach(
        (tick, now) -> {
          looks.add(fuse(byTick.subMap(Math.max(0, tick - blindAfter), tick + 1), tick));
          int until = covered.isEmpty() ? 0 : covered.get(covered.size() - 1);
          for (String camera : now.keySet()) {
            until = Math.max(until, tick + interval(camera));
          }
          covered.add(until);
        });
    Presence[] presence = new Presence[ticks];
    Arrays.fill(presence, Presence.UNKNOWN);
    int from = 0;
    for (int i = 0; i < looks.size(); i++) {
      int next = i + 1 < looks.size() ? looks.get(i + 1).tick() : ticks;
      boolean last = i + 1 == looks.size();
      boolean gap = last || next - looks.get(i).tick() > blindAfter;
      if (last || (gap && covered.get(i) < next)) {
        settle(presence, looks.subList(from, i + 1), Math.min(covered.get(i), next));
        from = i + 1;
      }
    }
    return presence;
  }

  private int interval(String camera) {
    double fps = plan.camera(camera).orElseThrow().analysisFps();
    return (int) (1000 / fps / TICK_MILLIS);
  }

  /** Of each camera the latest look that is not too old; the most certain of someone wins. */
  private static Look fuse(SortedMap<Integer, Map<String, Integer>> recent, int tick) {
    Map<String, int[]> latest = new TreeMap<>();
    recent.forEach((t, cams) -> cams.forEach((c, sight) -> latest.put(c, new int[] {t, sight})));
    int sight = latest.values().stream().mapToInt(l -> l[1]).max().orElseThrow();
    return new Look(tick, sight, latest(latest.values(), SOMEONE), latest(latest.values(), FOUND));
  }

  private static int latest(Collection<int[]> views, int sight) {
    return views.stream().filter(v -> v[1] >= sight).mapToInt(v -> v[0]).max().orElse(-1);
  }

  /** One stretch without blindness: runs of leaning, each dated, those that lasted are believed. */
  private void settle(Presence[] presence, List<Look> looks, int end) {
    int absentAfter = (int) (rules.vacancy().absentAfter().toMillis() / TICK_MILLIS);
    int presentAfter = (int) (rules.vacancy().presentAfter().toMillis() / TICK_MILLIS);
    int shortDoubt = Math.max(absentAfter, 6);
    int leaning = DOUBT;
    int since = 0;
    int lastSeen = -1;
    int lastFound = -1;
    Presence held = Presence.UNKNOWN;
    int painted = looks.get(0).tick();
    for (int i = 0; i < looks.size(); i++) {
      Look look = looks.get(i);
      boolean justSeen = i > 0 && looks.get(i - 1).sight() >= SOMEONE;
      if (look.sight() >= SOMEONE) {
        boolean longDoubt = lastSeen >= 0 && !justSeen && look.tick() - lastSeen > shortDoubt;
        lastFound = longDoubt ? look.tick() : Math.max(lastFound, look.lastFound());
        lastSeen = Math.max(lastSeen, look.lastSeen());
        if (leaning != SOMEONE) {
          leaning = SOMEONE;
          since = look.tick();
        }
      } else if (look.sight() == NOBODY && leaning != NOBODY) {
        boolean near = lastSeen >= 0 && (justSeen || look.tick() - lastSeen <= shortDoubt);
        int found = lastFound < 0 ? lastSeen : Math.max(lastFound, lastSeen - 4);
        found = leaning == SOMEONE && lastFound >= 0 ? Math.max(found, since) : found;
        leaning = NOBODY;
        since = near ? found : look.tick();
      }
      int needed = leaning == SOMEONE ? presentAfter : absentAfter;
      if (Math.min(look.sight(), SOMEONE) == leaning
          && leaning != DOUBT
          && look.tick() - since >= needed) {
        Presence now = leaning == SOMEONE ? Presence.STAFFED : Presence.EMPTY;
        if (now != held) {
          Arrays.fill(presence, painted, since, held);
          painted = since;
          held = now;
        }
      }
    }
    Arrays.fill(presence, painted, Math.max(painted, end), held);
  }

  // ---- the window ----

  private Presence[] windowPresence() {
    Presence[] presence = new Presence[ticks];
    for (int t = 0; t < ticks; t++) {
      int staffed = count(t, Presence.STAFFED);
      int unknown = count(t, Presence.UNKNOWN);
      if (!working(t)) {
        presence[t] = Presence.EXEMPT;
      } else if (staffed >= window.minOnPost()) {
        presence[t] = Presence.STAFFED;
      } else {
        presence[t] = staffed + unknown >= window.minOnPost() ? Presence.UNKNOWN : Presence.EMPTY;
      }
    }
    return presence;
  }

  private int count(int tick, Presence presence) {
    return (int) posts.values().stream().filter(p -> p[tick] == presence).count();
  }

  /** EMPTY: the post is empty and the window covered; STAFFED: not so. */
  private Presence[] unattended(Post post) {
    Presence[] ofWindow = windowPresence();
    Presence[] ofPost = posts.get(post.id());
    Presence[] presence = new Presence[ticks];
    for (int t = 0; t < ticks; t++) {
      if (!working(t)) {
        presence[t] = Presence.EXEMPT;
      } else if (ofPost[t] == Presence.STAFFED || ofWindow[t] == Presence.EMPTY) {
        presence[t] = Presence.STAFFED;
      } else if (ofPost[t] == Presence.EMPTY && ofWindow[t] == Presence.STAFFED) {
        presence[t] = Presence.EMPTY;
      } else {
        presence[t] = Presence.UNKNOWN;
      }
    }
    return presence;
  }

  private void findIncidents(IncidentType type, String place, Presence[] presence) {
    int t = 0;
    while (t < ticks) {
      if (presence[t] != Presence.EMPTY) {
        t++;
        continue;
      }
      int begin = t;
      int period = period(begin);
      while (t < ticks && period(t) == period && presence[t] != Presence.STAFFED) {
        t++;
      }
      judge(type, place, presence, begin, t);
    }
  }

  /** One shortage from its first short tick to the tick after its last. */
  private void judge(IncidentType type, String place, Presence[] presence, int begin, int end) {
    long grace = rules.vacancy().grace().toMillis();
    long shortMillis = 0;
    for (int t = begin; t < end; t++) {
      if (presence[t] != Presence.EMPTY) {
        continue;
      }
      if (shortMillis + TICK_MILLIS >= grace) {
        Instant confirmed = instant(t).plusMillis(grace - shortMillis);
        boolean open = end == ticks;
        int lastTick = open ? tick(confirmed) : end;
        long blind = 0;
        for (int b = begin; b < Math.min(ticks, open ? ticks : lastTick); b++) {
          boolean before = !open || b < t;
          blind += presence[b] == Presence.UNKNOWN && before ? TICK_MILLIS : 0;
        }
        boolean byPeriod = !open && period(end) != period(begin);
        incidents.add(
            new Found(
                type,
                place,
                instant(begin),
                confirmed,
                open ? null : instant(end),
                blind / 1000.0,
                count(t, Presence.STAFFED),
                begin > 0 ? period(begin - 1) != period(begin) : startsPeriod(begin),
                byPeriod && presence[end - 1] == Presence.EMPTY));
        return;
      }
      shortMillis += TICK_MILLIS;
    }
  }

  private boolean startsPeriod(int tick) {
    LocalTime time = instant(tick).atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
    return plan.closures().stream().anyMatch(c -> c.to().equals(instant(tick)))
        || plan.calendar().seasons().get(0).hours().stream().anyMatch(h -> h.start().equals(time));
  }

  private void countMinutes() {
    Presence[] presence = windowPresence();
    int perMinute = (int) (60_000 / TICK_MILLIS);
    for (int from = 0; from < ticks; from += perMinute) {
      Map<Presence, Integer> counted = new TreeMap<>();
      int persons = 0;
      for (int t = from; t < from + perMinute; t++) {
        Presence here = t < ticks ? presence[t] : working(t) ? Presence.UNKNOWN : Presence.EXEMPT;
        counted.merge(here, 1, Integer::sum);
        boolean seen = here == Presence.STAFFED || here == Presence.EMPTY;
        persons += seen ? count(t, Presence.STAFFED) : 0;
      }
      int staffed = counted.getOrDefault(Presence.STAFFED, 0);
      int empty = counted.getOrDefault(Presence.EMPTY, 0);
      double seconds = TICK_MILLIS / 1000.0;
      minutes.add(
          new Minute(
              staffed * seconds,
              empty * seconds,
              counted.getOrDefault(Presence.UNKNOWN, 0) * seconds,
              counted.getOrDefault(Presence.EXEMPT, 0) * seconds,
              staffed + empty == 0 ? 0 : (double) persons / (staffed + empty)));
    }
  }
}

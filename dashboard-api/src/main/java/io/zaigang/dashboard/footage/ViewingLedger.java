package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no footage leaves without an entry in the register, and that one viewing makes
 * one entry, not one a segment.
 *
 * <p>A playlist is a viewing. Its segments pass without a further entry while the sign-in lasts; a
 * segment that no playlist of this sign-in covered gets an entry of its own. The memory of what was
 * entered is this process's: after a restart, or on another copy, a viewing may be entered twice,
 * but never not at all.
 */
@Component
public class ViewingLedger {

  /** The same playlist asked for again within this time is the same viewing. */
  private static final Duration SAME_VIEWING = Duration.ofMinutes(10);

  /** Segments may begin before the span they were asked for, and end after it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final int MOST_SESSIONS_AND_CAMERAS = 10_000;
  private static final int MOST_SPANS = 50;

  private record Key(UUID sessionId, String cameraId) {}

  private record Viewing(Span span, Instant enteredAt) {}

  private final Register register;
  private final Clock clock;
  private final Map<Key, Deque<Viewing>> entered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Viewing>> eldest) {
          return size() > MOST_SESSIONS_AND_CAMERAS;
        }
      };

  ViewingLedger(Register register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** A playlist is handed out. */
  public void viewed(SignedIn user, String cameraId, Span span, @Nullable String reason) {
    Key key = new Key(user.sessionId(), cameraId);
    if (reason == null && knows(key, span, clock.instant().minus(SAME_VIEWING))) {
      return;
    }
    enter(user, cameraId, span, reason);
    remember(key, new Span(span.from().minus(MARGIN), span.to().plus(MARGIN)));
  }

  /** A growing playlist is handed out, again and again: an entry now and then. */
  void watched(SignedIn user, String cameraId, Span soFar, @Nullable String reason) {
    Key key = new Key(user.sessionId(), cameraId);
    if (!knows(key, soFar, clock.instant().minus(SAME_VIEWING))) {
      enter(user, cameraId, soFar, reason);
      remember(key, new Span(soFar.from().minus(MARGIN), soFar.to().plus(SAME_VIEWING)));
    }
  }

  /** A segment is handed out. */
  void fetched(SignedIn user, String cameraId, Span segment) {
    if (!knows(new Key(user.sessionId(), cameraId), segment, Instant.MIN)) {
      viewed(user, cameraId, segment, null);
    }
  }

  /** A still picture is handed out; a wall that refreshes itself makes an entry now and then. */
  void glanced(SignedIn user, String cameraId, Instant at) {
    Key key = new Key(user.sessionId(), cameraId + "/snapshot");
    Instant since = clock.instant().minus(SAME_VIEWING);
    if (!knows(key, new Span(at, at.plusMillis(1)), since)) {
      register.add(
          AuditEntry.by(user.username(), AuditAction.SNAPSHOT_VIEWED).footage(cameraId, at, at));
      remember(key, new Span(at.minus(SAME_VIEWING), at.plus(SAME_VIEWING)));
    }
  }

  /**
   * A clip is handed out: always an entry.
   *
   * @param which its {@code rendition}, for instance {@code PLAIN} or {@code BLURRED}, and for one
   *     that was made for this the {@code seal} of its manifest
   */
  public void exported(
      SignedIn user,
      String cameraId,
      Span span,
      @Nullable String reason,
      Map<String, String> which) {
    AuditEntry entry =
        AuditEntry.by(user.username(), AuditAction.CLIP_EXPORTED)
            .footage(cameraId, span.from(), span.to())
            .reason(reason);
    for (Map.Entry<String, String> detail : new TreeMap<>(which).entrySet()) {
      entry = entry.detail(detail.getKey(), detail.getValue());
    }
    register.add(entry);
  }

  private void enter(SignedIn user, String cameraId, Span span, @Nullable String reason) {
    register.add(
        AuditEntry.by(user.username(), AuditAction.FOOTAGE_VIEWED)
            .footage(cameraId, span.from(), span.to())
            .reason(reason));
  }

  private boolean knows(Key key, Span span, Instant since) {
    synchronized (entered) {
      Deque<Viewing> viewings = entered.getOrDefault(key, new ArrayDeque<>());
      Iterator<Viewing> newestFirst = viewings.descendingIterator();
      while (newestFirst.hasNext()) {
        Viewing viewing = newestFirst.next();
        if (!viewing.enteredAt().isBefore(since) && viewing.span().covers(span)) {
          return true;
        }
      }
      return false;
    }
  }

  private void remember(Key key, Span span) {
    synchronized (entered) {
      Deque<Viewing> viewings = entered.computeIfAbsent(key, k -> new ArrayDeque<>());
      viewings.addLast(new Viewing(span, clock.instant()));
      if (viewings.size() > MOST_SPANS) {
        viewings.removeFirst();
      }
    }
  }
}

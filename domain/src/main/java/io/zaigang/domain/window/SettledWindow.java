package io.zaigang.domain.window;

import io.zaigang.domain.occupancy.MinuteTally;
import io.zaigang.domain.vacancy.Shortage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is certain about a window, and will not change whatever is observed later.
 *
 * @param until up to when
 * @param posts in plan order
 * @param vacancy the window's shortage; null: none
 * @param minute the minute begun
 * @param latest the latest presence; null before any time has settled
 */
public record SettledWindow(
    Instant until,
    List<PostState> posts,
    @Nullable Shortage vacancy,
    MinuteTally minute,
    @Nullable WindowPresence latest) {

  public SettledWindow {
    posts = List.copyOf(posts);
  }

  /** Nothing settled yet; time begins with the minute that holds {@code at}. */
  static SettledWindow startingWithMinuteOf(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    return new SettledWindow(minute, List.of(), null, MinuteTally.startingAt(minute), null);
  }

  SettledWindow withPosts(List<PostState> newPosts) {
    return new SettledWindow(until, newPosts, vacancy, minute, latest);
  }
}

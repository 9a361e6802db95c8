package io.zaigang.ingest.playout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a composed video shows: people from other videos, pasted into a hall.
 *
 * @param size width and height in pixels, both even
 * @param fps pictures a second
 * @param duration length
 * @param gop time between key frames
 * @param background {@code hall} for a drawn one, or a picture file in the videos folder
 * @param actors who is seen, where and when; later ones cover earlier ones
 * @param labels text on top
 * @param counterAt left top of the burnt-in frame number (see {@link FrameCounterMark}); null for
 *     none
 */
public record SceneScenario(
    List<Integer> size,
    double fps,
    Duration duration,
    Duration gop,
    String background,
    List<Actor> actors,
    List<Label> labels,
    @Nullable List<Integer> counterAt) {

  public SceneScenario {
    size = List.copyOf(size);
    actors = List.copyOf(actors);
    labels = List.copyOf(labels);
    check(
        size.size() == 2 && size.stream().allMatch(side -> side > 0 && side % 2 == 0),
        "size is " + size + "; it must be two even numbers, width and height");
    check(fps > 0 && fps <= 60, "fps is " + fps + "; it must be above 0 and at most 60");
    check(!duration.isNegative() && !duration.isZero(), "duration must be longer than nothing");
    check(!gop.isNegative() && !gop.isZero(), "gop must be longer than nothing");
    check(counterAt == null || counterAt.size() == 2, "counterAt needs two numbers, x and y");
  }

  int widthPx() {
    return size.get(0);
  }

  int heightPx() {
    return size.get(1);
  }

  /**
   * Someone who is seen. The video goes forth and back without end, so that it never jumps.
   *
   * @param video file in the videos folder
   * @param crop x, y, width and height of the part of the video that is used; null for all of it
   * @param at x, y and width in the scene; the height follows
   * @param during spans such as {@code PT10S-PT1M30S}, end excluded
   */
  public record Actor(
      String video, @Nullable List<Integer> crop, List<Integer> at, List<String> during) {

    public Actor {
      at = List.copyOf(at);
      during = List.copyOf(during);
      check(crop == null || crop.size() == 4, "crop needs four numbers: x, y, width, height");
      check(at.size() == 3 && at.get(2) > 0, "at needs three numbers: x, y, width");
      during.forEach(Span::parse);
    }

    boolean isSeenAt(Duration offset) {
      return spans().stream().anyMatch(span -> span.contains(offset));
    }

    private List<Span> spans() {
      List<Span> spans = new ArrayList<>();
      during.forEach(text -> spans.add(Span.parse(text)));
      return spans;
    }
  }

  /**
   * Text in the scene.
   *
   * @param text {@code {time}} in it stands for the time since the beginning
   * @param at x and y of its left baseline
   */
  public record Label(String text, List<Integer> at) {
    public Label {
      at = List.copyOf(at);
      check(at.size() == 2, "at needs two numbers: x, y");
    }
  }

  private record Span(Duration from, Duration to) {

    static Span parse(String text) {
      int dash = text.indexOf("-P");
      check(dash > 0, "during is '" + text + "'; it must be like PT10S-PT1M30S");
      Span span =
          new Span(
              Duration.parse(text.substring(0, dash).strip()),
              Duration.parse(text.substring(dash + 1).strip()));
      check(span.from.compareTo(span.to) < 0, "during is '" + text + "'; it ends before it begins");
      return span;
    }

    boolean contains(Duration offset) {
      return offset.compareTo(from) >= 0 && offset.compareTo(to) < 0;
    }
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}

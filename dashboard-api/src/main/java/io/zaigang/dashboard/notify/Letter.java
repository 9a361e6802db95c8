package io.zaigang.dashboard.notify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent at once: one thing, or a digest of several.
 *
 * @param id the same for each attempt, so that receivers can drop what they have already
 * @param lines one for each thing told
 */
record Letter(String id, String title, List<Line> lines) {

  private static final int MOST_LINES = 20;

  /**
   * One thing.
   *
   * @param link where it is looked at; null where that is not known
   */
  record Line(String text, @Nullable URI link) {

    static Line of(String text) {
      return new Line(text, null);
    }
  }

  Letter {
    lines = List.copyOf(lines);
  }

  static Letter of(List<OutboxMessage> messages, PageLinks links) {
    OutboxMessage first = messages.get(0);
    List<Line> lines =
        messages.stream().map(m -> new Line(m.text(), links.incident(m.incidentId()))).toList();
    if (messages.size() == 1) {
      return new Letter("m" + first.id(), "在岗提醒：" + first.topic().title(), lines);
    }
    String title = "在岗提醒：" + messages.size() + " 条";
    return new Letter("m" + first.id() + "x" + messages.size(), title, shortened(lines));
  }

  static Letter test(String channelName) {
    return new Letter(
        "test", "在岗提醒：测试", List.of(Line.of("这是“" + channelName + "”的测试消息，收到即表示设置无误")));
  }

  private static List<Line> shortened(List<Line> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<Line> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
    shown.add(Line.of("另有 " + (lines.size() - MOST_LINES) + " 条，请到值守台查看"));
    return shown;
  }
}

package io.zaigang.dashboard.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * What is sent at once: one thing, or a digest of several.
 *
 * @param id the same for each attempt, so that receivers can drop what they have already
 * @param lines one for each thing told
 */
record Letter(String id, String title, List<String> lines) {

  private static final int MOST_LINES = 20;

  Letter {
    lines = List.copyOf(lines);
  }

  static Letter of(List<OutboxMessage> messages) {
    OutboxMessage first = messages.get(0);
    List<String> lines = messages.stream().map(OutboxMessage::text).toList();
    if (messages.size() == 1) {
      return new Letter("m" + first.id(), "在岗提醒：" + first.topic().title(), lines);
    }
    String title = "在岗提醒：" + messages.size() + " 条";
    return new Letter("m" + first.id() + "x" + messages.size(), title, shortened(lines));
  }

  static Letter test(String channelName) {
    return new Letter("test", "在岗提醒：测试", List.of("这是“" + channelName + "”的测试消息，收到即表示设置无误"));
  }

  private static List<String> shortened(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
    shown.add("另有 " + (lines.size() - MOST_LINES) + " 条，请到值守台查看");
    return shown;
  }
}

package io.zaigang.domain.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided after looking.
 *
 * @param by user name
 * @param dismissal null where it was confirmed
 * @param remark in the person's own words; empty for none
 */
public record Verdict(String by, Instant at, @Nullable Dismissal dismissal, String remark) {

  /**
   * Why it does not count.
   *
   * @param falseAlarm only with FALSE_ALARM, and then always
   */
  public record Dismissal(DismissalReason reason, @Nullable FalseAlarmKind falseAlarm) {

    public Dismissal {
      if ((reason == DismissalReason.FALSE_ALARM) != (falseAlarm != null)) {
        throw ReviewRefused.incomplete("FALSE_ALARM goes with its kind, and only that does");
      }
    }
  }

  static Verdict confirming(Deed deed) {
    return new Verdict(deed.by(), deed.at(), null, deed.text());
  }

  static Verdict dismissing(Deed deed, Dismissal why) {
    boolean needsWords =
        why.reason() == DismissalReason.OTHER || why.falseAlarm() == FalseAlarmKind.OTHER;
    if (needsWords && deed.text().isBlank()) {
      throw ReviewRefused.incomplete("The reason OTHER needs a remark that says what");
    }
    return new Verdict(deed.by(), deed.at(), why, deed.text());
  }
}

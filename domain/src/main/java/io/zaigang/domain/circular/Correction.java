package io.zaigang.domain.circular;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a published circular said and that is no longer so.
 *
 * @param week of the circular that is corrected
 * @param version the version that corrects it
 * @param offenceId what it is about
 * @param windowName null where no window is known
 * @param personName null where no person is known
 * @param at when the offence was
 * @param ordinalBefore the highest number it bore; 0 for none
 * @param ordinalNow the number it bears now; 0 for none
 */
public record Correction(
    CircularWeek week,
    int version,
    Change change,
    String offenceId,
    OffenceKind kind,
    @Nullable String windowName,
    @Nullable String personName,
    Instant at,
    int ordinalBefore,
    int ordinalNow) {

  /** What became of it. */
  public enum Change {
    /** It was published and is not held against anyone any more: dismissed, or an appeal won. */
    WITHDRAWN("撤销"),
    /** It belongs to that week and was confirmed only later. */
    ADDED("补充"),
    /** It is still there, and something about it is different: time, cause, person. */
    CHANGED("变更"),
    /** It is as it was, but counts as another number, since an earlier one came or went. */
    RECOUNTED("次数重新计算");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    /** In the hall's words. */
    public String words() {
      return words;
    }
  }
}

package io.zaigang.domain.circular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a window or person: 《日常管理制度》, first and second offence.
 *
 * @param name of the window or person
 * @param unit the 主管单位 it is circulated to; null where none is known
 * @param ordinal the highest reached this week
 * @param offenceIds this week's, in order
 */
public record Consequence(
    Subject subject, String name, @Nullable String unit, int ordinal, List<String> offenceIds) {

  public Consequence {
    offenceIds = List.copyOf(offenceIds);
    if (ordinal < 1) {
      throw new IllegalArgumentException("The first offence is number 1, not " + ordinal);
    }
  }

  /** First, or second and further. */
  public enum Level {
    /** 周一例会点名，通报局机关各股室、各窗口、主管单位，抄送监督单位. */
    FIRST("周一例会点名通报"),
    /** The same, and a letter to the 主管单位 asking to replace the person. */
    REPEATED("周一例会点名通报，并函告主管单位建议更换人员");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    /** In the hall's words. */
    public String words() {
      return words;
    }
  }

  public Level level() {
    return ordinal == 1 ? Level.FIRST : Level.REPEATED;
  }
}

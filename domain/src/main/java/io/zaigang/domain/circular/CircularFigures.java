package io.zaigang.domain.circular;

import io.zaigang.domain.circular.Consequence.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a week comes to.
 *
 * @param windows a row for each window of the plan, in plan order
 * @param units a row for each 主管单位, in order of first appearance; people without a window included
 * @param total of everything, what belongs to no window or unit included
 * @param offences each with what it is of whom
 * @param consequences for each window and person with an offence that counts
 */
public record CircularFigures(
    List<FiguresRow> windows,
    List<FiguresRow> units,
    FiguresRow total,
    List<CountedOffence> offences,
    List<Consequence> consequences) {

  public CircularFigures {
    windows = List.copyOf(windows);
    units = List.copyOf(units);
    offences = List.copyOf(offences);
    consequences = List.copyOf(consequences);
  }

  /**
   * A row of the tables.
   *
   * @param id of the window; for a unit its name; empty for the total
   * @param offenceIds what it was counted from
   */
  public record FiguresRow(
      String id,
      String name,
      @Nullable String unit,
      Tally tally,
      WindowTime time,
      List<String> offenceIds) {

    public FiguresRow {
      offenceIds = List.copyOf(offenceIds);
    }
  }

  /**
   * An offence and its place in the count.
   *
   * @param ordinals 1 for a first offence; none where the kind does not count
   */
  public record CountedOffence(Offence offence, List<Ordinal> ordinals) {

    public CountedOffence {
      ordinals = List.copyOf(ordinals);
    }
  }

  /** The how-manieth of whom, within the span. */
  public record Ordinal(Subject subject, int number) {}

  /** Units to which a formal letter is due, with those it is about. */
  public List<Consequence> repeated() {
    return consequences.stream().filter(c -> c.level() == Level.REPEATED).toList();
  }
}

package io.zaigang.domain.circular;

import java.util.Collections;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How first and repeated offences are counted.
 *
 * @param span over which time
 * @param kinds which count, all together; the others are named and lead to nothing more
 */
public record EscalationPolicy(EscalationSpan span, SortedSet<OffenceKind> kinds) {

  /**
   * The calendar year; everything but what checks find: an untidy desk is named, but asks for
   * nobody's replacement.
   */
  public static final EscalationPolicy DEFAULT =
      new EscalationPolicy(
          EscalationSpan.CALENDAR_YEAR,
          new TreeSet<>(EnumSet.complementOf(EnumSet.of(OffenceKind.CHECK_FINDING))));

  public EscalationPolicy {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
  }
}

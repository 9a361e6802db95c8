package io.zaigang.domain.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people have made of an incident so far: a state machine over {@link Standing}.
 *
 * <pre>
 * UNREVIEWED ─confirm─▶ CONFIRMED ─appeal─▶ APPEALED ─decide─▶ UPHELD or REVERSED
 *          └─dismiss─▶ DISMISSED
 *     ▲────withdraw──── CONFIRMED, DISMISSED
 * </pre>
 *
 * <p>Nobody decides over a verdict of their own, nor over an appeal they entered. Whether somebody
 * may judge this incident at all (their own window, a camera they may not watch) is for the caller.
 *
 * @param revision 0 for none, one more with every step: whoever acts names the one they saw
 * @param verdict null while UNREVIEWED
 * @param appeal null where there was none
 */
public record Review(
    Standing standing, int revision, @Nullable Verdict verdict, @Nullable Appeal appeal) {

  /** Nobody has looked yet. */
  public static final Review NONE = new Review(Standing.UNREVIEWED, 0, null, null);

  /** It happened. */
  public Review confirm(Deed deed) {
    requireStanding("judged", Standing.UNREVIEWED);
    return step(Standing.CONFIRMED, Verdict.confirming(deed), null);
  }

  /** It does not count. */
  public Review dismiss(Deed deed, Verdict.Dismissal why) {
    requireStanding("judged", Standing.UNREVIEWED);
    return step(Standing.DISMISSED, Verdict.dismissing(deed, why), null);
  }

  /** The verdict was a mistake: back to nobody having judged. */
  public Review withdraw(Deed deed) {
    requireStanding("taken back", Standing.CONFIRMED, Standing.DISMISSED);
    if (deed.text().isBlank()) {
      throw ReviewRefused.incomplete("Taking a verdict back needs a reason");
    }
    return step(Standing.UNREVIEWED, null, null);
  }

  /**
   * The verdict is contested.
   *
   * @param appellant for whom, where that is somebody else than {@code deed.by()}; else empty
   */
  public Review appeal(Deed deed, String appellant) {
    requireStanding("appealed against", Standing.CONFIRMED);
    return step(Standing.APPEALED, verdict, Appeal.lodge(deed, appellant));
  }

  /** The appeal is refused: the incident stays confirmed. */
  public Review uphold(Deed deed) {
    return decide(deed, Standing.UPHELD);
  }

  /** The appeal is granted: the incident never counts. */
  public Review reverse(Deed deed) {
    return decide(deed, Standing.REVERSED);
  }

  private Review decide(Deed deed, Standing outcome) {
    requireStanding("decided", Standing.APPEALED);
    Appeal open = Objects.requireNonNull(appeal, "APPEALED goes with an appeal");
    if (verdict != null && verdict.by().equals(deed.by())) {
      throw ReviewRefused.notThisPerson("Who confirmed it does not decide the appeal against it");
    }
    if (open.by().equals(deed.by())) {
      throw ReviewRefused.notThisPerson("Who entered an appeal does not decide it");
    }
    return step(outcome, verdict, open.decided(deed));
  }

  private void requireStanding(String what, Standing... allowed) {
    for (Standing one : allowed) {
      if (one == standing) {
        return;
      }
    }
    throw ReviewRefused.outOfOrder("It cannot be " + what + ": it is " + standing + lastStep());
  }

  private String lastStep() {
    if (appeal != null) {
      return appeal.decision() == null
          ? " since " + appeal.by() + " at " + appeal.at()
          : " by " + appeal.decision().by() + " at " + appeal.decision().at();
    }
    return verdict == null ? "" : " by " + verdict.by() + " at " + verdict.at();
  }

  private Review step(Standing next, @Nullable Verdict by, @Nullable Appeal contested) {
    return new Review(next, revision + 1, by, contested);
  }
}

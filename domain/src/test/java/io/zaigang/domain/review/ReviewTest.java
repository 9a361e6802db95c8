package io.zaigang.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private static final Verdict.Dismissal COVERED =
      new Verdict.Dismissal(DismissalReason.COVERED, null);

  private static Deed by(String who) {
    return new Deed(who, NOW, "看过录像");
  }

  @Test
  void countsOnceSomebodyConfirmedIt() {
    assertThat(Review.NONE.standing().counts()).isFalse();
    assertThat(Review.NONE.confirm(by("wang")).standing().counts()).isTrue();
    assertThat(Review.NONE.dismiss(by("wang"), COVERED).standing().counts()).isFalse();
  }

  @Test
  void doesNotCountWhileAnAppealIsOpenNorOnceReversed() {
    Review appealed = Review.NONE.confirm(by("wang")).appeal(by("li"), "3号窗口 赵");

    assertThat(appealed.standing()).isEqualTo(Standing.APPEALED);
    assertThat(appealed.standing().counts()).isFalse();
    assertThat(appealed.uphold(by("sun")).standing().counts()).isTrue();
    assertThat(appealed.reverse(by("sun")).standing().counts()).isFalse();
    assertThat(appealed.reverse(by("sun")).revision()).isEqualTo(3);
  }

  @Test
  void nobodyDecidesOverTheirOwnVerdictOrAppeal() {
    Review appealed = Review.NONE.confirm(by("wang")).appeal(by("li"), "");

    assertRefused(() -> appealed.uphold(by("wang")), ReviewRefused.Cause.NOT_THIS_PERSON);
    assertRefused(() -> appealed.reverse(by("li")), ReviewRefused.Cause.NOT_THIS_PERSON);
  }

  @Test
  void isJudgedOnceAndSaysByWhom() {
    Review confirmed = Review.NONE.confirm(by("wang"));

    assertThatThrownBy(() -> confirmed.dismiss(by("li"), COVERED))
        .isInstanceOf(ReviewRefused.class)
        .hasMessageContaining("CONFIRMED by wang");
    assertRefused(() -> Review.NONE.appeal(by("li"), ""), ReviewRefused.Cause.OUT_OF_ORDER);
    assertRefused(() -> confirmed.uphold(by("li")), ReviewRefused.Cause.OUT_OF_ORDER);
    assertRefused(() -> Review.NONE.withdraw(by("li")), ReviewRefused.Cause.OUT_OF_ORDER);
  }

  @Test
  void aMistakenVerdictCanBeTakenBackUntilItIsAppealedAgainst() {
    Review confirmed = Review.NONE.confirm(by("wang"));

    assertThat(confirmed.withdraw(by("wang")))
        .isEqualTo(new Review(Standing.UNREVIEWED, 2, null, null));
    assertRefused(
        () -> confirmed.appeal(by("li"), "").withdraw(by("wang")),
        ReviewRefused.Cause.OUT_OF_ORDER);
  }

  @Test
  void aReasonIsNeverLeftToGuessing() {
    Deed silent = new Deed("wang", NOW, "  ");

    assertRefused(
        () -> new Verdict.Dismissal(DismissalReason.FALSE_ALARM, null),
        ReviewRefused.Cause.INCOMPLETE);
    assertRefused(
        () -> new Verdict.Dismissal(DismissalReason.COVERED, FalseAlarmKind.ZONE),
        ReviewRefused.Cause.INCOMPLETE);
    assertRefused(
        () -> Review.NONE.dismiss(silent, new Verdict.Dismissal(DismissalReason.OTHER, null)),
        ReviewRefused.Cause.INCOMPLETE);
    assertRefused(
        () -> Review.NONE.confirm(by("wang")).withdraw(silent), ReviewRefused.Cause.INCOMPLETE);
    assertRefused(
        () -> Review.NONE.confirm(by("wang")).appeal(silent, ""), ReviewRefused.Cause.INCOMPLETE);
  }

  private static void assertRefused(Runnable step, ReviewRefused.Cause cause) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            ReviewRefused.class, refused -> assertThat(refused.kind()).isEqualTo(cause));
  }
}

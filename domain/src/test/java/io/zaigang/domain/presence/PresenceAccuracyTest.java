package io.zaigang.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceAccuracyTest {

  private static Instant at(double seconds) {
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  private static LabelledSpan span(double from, double to, Presence presence) {
    return new LabelledSpan(at(from), at(to), presence);
  }

  /** Someone from 10 to 30 s, coming in the two seconds before. */
  private final PresenceAccuracy accuracy =
      new PresenceAccuracy(
          List.of(
              span(0, 8, Presence.EMPTY),
              span(8, 10, Presence.UNKNOWN),
              span(10, 20, Presence.STAFFED),
              span(20, 30, Presence.STAFFED),
              span(30, 40, Presence.EMPTY)));

  private void looks(double from, double to, Sight sight) {
    for (double second = from; second < to; second += 0.5) {
      accuracy.look(at(second), sight);
    }
  }

  @Test
  void countsLooksByWhatWasThere() {
    looks(0, 8, Sight.NOT_SEEN);
    looks(8, 10, Sight.SEEN);
    looks(10, 12, Sight.UNSURE);
    looks(12, 31, Sight.FOUND);
    looks(31, 40, Sight.NOT_SEEN);

    PresenceQuality quality = accuracy.quality();

    assertThat(quality.occupied()).isEqualTo(new PresenceQuality.Tally(36, 4, 0));
    assertThat(quality.empty()).isEqualTo(new PresenceQuality.Tally(2, 0, 34));
    assertThat(quality.toPresent()).containsExactly(Duration.ofSeconds(2));
    assertThat(quality.toEmpty()).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
    assertThat(quality.longestFalseEmpty()).isZero();
    assertThat(quality.longestFalsePresent()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void measuresAFalseEmptyFromTheBeginOfASpanAcrossLabelsThatSayTheSame() {
    looks(0, 11, Sight.NOT_SEEN);
    looks(11, 18, Sight.SEEN);
    looks(18, 21.5, Sight.NOT_SEEN);
    looks(21.5, 40, Sight.SEEN);

    PresenceQuality quality = accuracy.quality();

    assertThat(quality.longestFalseEmpty()).isEqualTo(Duration.ofMillis(3500));
    assertThat(quality.neverEmpty()).isEqualTo(1);
    assertThat(quality.neverPresent()).isZero();
  }

  @Test
  void measuresAFalseEmptyToTheEndOfTheSpan() {
    looks(0, 25, Sight.SEEN);
    looks(25, 40, Sight.NOT_SEEN);

    assertThat(accuracy.quality().longestFalseEmpty()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void pairsChangesWithLabelsAndForgivesWhatTheViewerDidNotKnow() {
    accuracy.change(new PresenceChange(at(0), Presence.EMPTY));
    accuracy.change(new PresenceChange(at(9), Presence.STAFFED));
    accuracy.change(new PresenceChange(at(22), Presence.UNKNOWN));
    accuracy.change(new PresenceChange(at(28.5), Presence.EMPTY));

    PresenceQuality quality = accuracy.quality();

    assertThat(quality.boundaries()).containsExactly(Duration.ZERO, Duration.ofMillis(1500));
    assertThat(quality.missedBoundaries()).isZero();
    assertThat(quality.falseChanges()).isZero();
  }

  @Test
  void countsChangesMissedAndFalse() {
    accuracy.change(new PresenceChange(at(0), Presence.STAFFED));
    accuracy.change(new PresenceChange(at(15), Presence.EMPTY));
    accuracy.change(new PresenceChange(at(16), Presence.STAFFED));

    PresenceQuality quality = accuracy.quality();

    assertThat(quality.boundaries()).containsExactly(Duration.ofSeconds(6));
    assertThat(quality.missedBoundaries()).isEqualTo(1);
    assertThat(quality.falseChanges()).isEqualTo(2);
  }

  @Test
  void addsUp() {
    looks(0, 40, Sight.NOT_SEEN);
    PresenceQuality once = accuracy.quality();

    PresenceQuality twice = once.and(once);

    assertThat(twice.occupied().looks()).isEqualTo(2 * once.occupied().looks());
    assertThat(twice.longestFalseEmpty()).isEqualTo(once.longestFalseEmpty());
    assertThat(twice.neverPresent()).isEqualTo(2);
  }

  @Test
  void refusesLabelsThatOverlap() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PresenceAccuracy(
                    List.of(span(0, 8, Presence.EMPTY), span(7, 9, Presence.STAFFED))))
        .withMessageContaining("apart");
    assertThatIllegalArgumentException().isThrownBy(() -> span(3, 3, Presence.EMPTY));
  }
}

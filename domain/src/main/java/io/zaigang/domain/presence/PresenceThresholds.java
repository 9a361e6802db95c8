package io.zaigang.domain.presence;

/**
 * Where a probability of presence becomes a statement. Two thresholds far apart keep a doubtful
 * filter from flapping, and keep doubt from becoming an accusation.
 *
 * @param enter someone is seen from this probability on
 * @param leave nobody is seen below this probability
 */
public record PresenceThresholds(double enter, double leave) {

  /**
   * Measured best on the development videos together with {@link PresenceFilterSettings#DEFAULT}.
   */
  public static final PresenceThresholds DEFAULT = new PresenceThresholds(0.7, 0.05);

  public PresenceThresholds {
    if (!(leave > 0 && leave < enter && enter <= 1)) {
      throw new IllegalArgumentException(
          "Thresholds need 0 < leave < enter <= 1, not leave " + leave + ", enter " + enter);
    }
  }

  /** What a look says. */
  Sight sightOf(CameraReading reading) {
    Sight sight = sightOf(reading.presence());
    return sight == Sight.SEEN && reading.found() ? Sight.FOUND : sight;
  }

  /** What a probability says by itself. */
  public Sight sightOf(double presence) {
    if (presence >= enter) {
      return Sight.SEEN;
    }
    return presence < leave ? Sight.NOT_SEEN : Sight.UNSURE;
  }
}

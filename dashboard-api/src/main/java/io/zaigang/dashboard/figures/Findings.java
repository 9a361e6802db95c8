package io.zaigang.dashboard.figures;

/**
 * What was found: incidents by type, by the time they began. What a person has dismissed is not
 * among them.
 *
 * @param vacancySeconds how long the vacancies lasted together, blind time aside; those that go on
 *     count up to now
 * @param confirmed how many of them, of any type, a person has confirmed
 */
record Findings(
    int vacancies,
    double vacancySeconds,
    int unattended,
    int phoneUses,
    int gatherings,
    int confirmed) {

  static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0);
}

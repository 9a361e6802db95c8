package io.zaigang.dashboard.figures;

/**
 * What was found: incidents by type, by the time they began. Whether a person has confirmed them is
 * told on the desk and in the circular, not here.
 *
 * @param vacancySeconds how long the vacancies lasted together, blind time aside; those that go on
 *     count up to now
 */
record Findings(
    int vacancies, double vacancySeconds, int unattended, int phoneUses, int gatherings) {

  static final Findings NONE = new Findings(0, 0, 0, 0, 0);
}

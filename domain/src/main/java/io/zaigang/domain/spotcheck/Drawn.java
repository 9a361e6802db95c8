package io.zaigang.domain.spotcheck;

import java.time.Instant;

/**
 * A check that was drawn.
 *
 * @param turn 1 for the first of the window in the month
 * @param at the moment whose footage is looked at
 */
public record Drawn(String windowId, int turn, Instant at) {}

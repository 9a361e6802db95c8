package io.zaigang.ingest.av;

import java.time.Instant;

/**
 * Footage that is there but cannot be decoded; reading goes on after it.
 *
 * @param from begin, inclusive
 * @param to end, exclusive
 * @param cause what the decoder said
 */
public record UndecodableSpan(Instant from, Instant to, String cause) implements FrameReading {}

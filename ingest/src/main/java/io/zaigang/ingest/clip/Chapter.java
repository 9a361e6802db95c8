package io.zaigang.ingest.clip;

import java.time.Instant;

/**
 * A chapter asked for.
 *
 * @param at wall time at which it begins
 */
public record Chapter(ChapterKind kind, Instant at) {}

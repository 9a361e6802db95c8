package io.zaigang.ingest.clip;

import java.time.Instant;

/**
 * A chapter of a finished clip.
 *
 * @param offsetMillis where in the clip it begins
 * @param at wall time of that
 */
public record ClipChapter(ChapterKind kind, long offsetMillis, Instant at) {}

package io.zaigang.ingest.av;

/** What comes out of a segment: a sampled picture, or the admission that a span cannot be seen. */
public sealed interface FrameReading permits SampledPicture, UndecodableSpan {}

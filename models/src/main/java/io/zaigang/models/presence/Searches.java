package io.zaigang.models.presence;

/**
 * The detectors that look at pictures and zones.
 *
 * @param whole looks at the whole picture
 * @param first looks at the crop around a zone
 * @param second looks at the crop where the first leaves doubt
 */
record Searches(ObjectSearch whole, ObjectSearch first, ObjectSearch second) {}

package io.zaigang.models.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How well one class is found; null where nothing was there to be found.
 *
 * @param ap COCO's average precision over overlaps .5 to .95
 * @param ap50 average precision at overlap .5
 * @param recall share of the objects found at the pipeline's score, at overlap .5
 * @param precision share of what was found at that score that is right; null when nothing was found
 */
public record DetectionQuality(
    @Nullable Double ap,
    @Nullable Double ap50,
    @Nullable Double recall,
    @Nullable Double precision) {}

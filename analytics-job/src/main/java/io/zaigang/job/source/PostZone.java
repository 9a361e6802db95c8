package io.zaigang.job.source;

import io.zaigang.domain.geometry.Polygon;
import java.time.Duration;

/**
 * Where one camera sees one post.
 *
 * @param polygon in fractions of the picture, origin top left
 * @param lookEvery time between two looks for a phone at someone there
 */
public record PostZone(String postId, Polygon polygon, Duration lookEvery) {}

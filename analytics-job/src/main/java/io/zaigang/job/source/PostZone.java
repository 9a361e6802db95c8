package io.zaigang.job.source;

import io.zaigang.domain.geometry.Polygon;

/**
 * Where one camera sees one post.
 *
 * @param polygon in fractions of the picture, origin top left
 */
public record PostZone(String postId, Polygon polygon) {}

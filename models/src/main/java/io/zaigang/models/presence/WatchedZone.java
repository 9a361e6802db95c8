package io.zaigang.models.presence;

import io.zaigang.domain.geometry.Polygon;

/**
 * Where a camera sees a post.
 *
 * @param polygon in fractions of the picture
 */
public record WatchedZone(String postId, Polygon polygon) {}

package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Polygon;

/**
 * 区域: where one camera sees one post.
 *
 * @param polygon in fractions of the picture, origin top left
 */
public record Zone(String cameraId, Polygon polygon) {}

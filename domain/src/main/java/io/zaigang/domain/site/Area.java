package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Polygon;

/**
 * A part of the floor in one camera's picture.
 *
 * @param polygon in fractions of the picture, origin top left
 */
public record Area(String id, String name, AreaKind kind, String cameraId, Polygon polygon) {}

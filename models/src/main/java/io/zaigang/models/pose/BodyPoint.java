package io.zaigang.models.pose;

/**
 * Where one body point is believed to be.
 *
 * @param x in pixels of the picture, may lie outside it
 * @param y in pixels of the picture, may lie outside it
 * @param score 0 to 1; not visibility: an ear scores .4 to .6 on people seen from behind
 */
public record BodyPoint(double x, double y, double score) {}

package io.zaigang.domain.geometry;

/** A place in a picture; pixels or fractions of the picture, as the caller says. */
public record Point(double x, double y) {}

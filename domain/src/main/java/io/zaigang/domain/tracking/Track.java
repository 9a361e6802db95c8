package io.zaigang.domain.tracking;

/**
 * Someone seen in this picture and known from earlier ones.
 *
 * @param id unique within one camera, never given twice; says nothing about who it is
 * @param person index of the detection in the picture's list
 */
public record Track(int id, int person) {}

package io.zaigang.models.evaluate;

import io.zaigang.domain.geometry.Box;

/**
 * An object that someone labelled.
 *
 * @param label COCO's class name
 * @param box in pixels of the picture
 * @param crowd whether the box holds a group nobody counted: what is found in it counts for
 *     nothing, neither right nor wrong
 */
public record Truth(String label, Box box, boolean crowd) {}

package io.zaigang.models.detect;

/**
 * A box that a network proposes, edges in network pixels.
 *
 * @param classIndex as the network numbers its classes
 * @param score 0 to 1
 */
record Candidate(
    int classIndex, double left, double top, double right, double bottom, double score) {}

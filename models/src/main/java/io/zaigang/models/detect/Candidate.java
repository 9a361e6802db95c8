package io.zaigang.models.detect;

/**
 * A box that a network proposes, edges in network pixels.
 *
 * @param classIndex as the network numbers its classes
 * @param score 0 to 1
 */
record Candidate(
    int classIndex, double left, double top, double right, double bottom, double score) {

  /** A box given by its middle and size. */
  static Candidate around(int classIndex, double[] box, double score) {
    return new Candidate(
        classIndex,
        box[0] - box[2] / 2,
        box[1] - box[3] / 2,
        box[0] + box[2] / 2,
        box[1] + box[3] / 2,
        score);
  }
}

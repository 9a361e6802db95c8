package io.zaigang.dashboard.evidence;

/** How far the evidence of an incident is. */
public enum EvidenceState {
  /**
   * Not made yet: the incident goes on, or its footage is not complete; play the footage itself.
   */
  PENDING,
  /** Made, and every camera shows the whole span. */
  READY,
  /** Made of what there is: something of the span is missing, and each clip says what. */
  INCOMPLETE,
  /** Could not be made; tried again from time to time. */
  FAILED
}

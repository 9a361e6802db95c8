package io.zaigang.dashboard.evidence;

/** Why evidence is not {@link EvidenceState#READY}. */
public enum EvidenceReason {
  /** The incident goes on. */
  INCIDENT_OPEN,
  /** The recorder has not finished the footage yet. */
  WAITING_FOR_FOOTAGE,
  /** Its turn has not come yet, or it is being made right now. */
  IN_WORK,
  /** No camera recorded anything of it. */
  NOTHING_RECORDED,
  /** No clip shows the moment it began. */
  ONSET_NOT_RECORDED,
  /** The footage has holes. */
  FOOTAGE_MISSING,
  /** The camera changed its picture format within the span; the clip shows one part. */
  FORMAT_CHANGED,
  /** The incident names no camera. */
  NO_CAMERA,
  /** Making it failed, see the detail. */
  TROUBLE
}

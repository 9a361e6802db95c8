package io.zaigang.ingest.clip;

/** A moment of an incident that a clip has a chapter for. */
public enum ChapterKind {
  /** The footage before it. */
  LEAD_IN,
  /** It begins. */
  ONSET,
  /** The rule's threshold is crossed: it counts from here on. */
  THRESHOLD,
  /** It ends: somebody is back. */
  RETURN
}

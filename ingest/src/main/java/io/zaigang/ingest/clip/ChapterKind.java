package io.zaigang.ingest.clip;

/** A moment of an incident that a clip has a chapter for. */
public enum ChapterKind {
  /** The footage before it. */
  LEAD_IN("开始前"),
  /** It begins. */
  ONSET("开始"),
  /** The rule's threshold is crossed: it counts from here on. */
  THRESHOLD("达到时限"),
  /** It ends: somebody is back. */
  RETURN("结束");

  private final String title;

  ChapterKind(String title) {
    this.title = title;
  }

  /** As players show it. */
  public String title() {
    return title;
  }
}

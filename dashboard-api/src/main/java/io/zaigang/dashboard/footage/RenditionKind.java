package io.zaigang.dashboard.footage;

/** What an exported clip looks like. */
enum RenditionKind {
  /** What the camera sent, unchanged. */
  PLAIN(""),
  /** With place, wall clock and posts burnt in. */
  MARKED("-marked"),
  /** As MARKED, and everything outside the posts coarsened. */
  BLURRED("-blurred");

  private final String suffix;

  RenditionKind(String suffix) {
    this.suffix = suffix;
  }

  /** For the file's name. */
  String suffix() {
    return suffix;
  }
}

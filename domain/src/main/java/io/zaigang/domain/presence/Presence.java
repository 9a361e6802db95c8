package io.zaigang.domain.presence;

/** What is known about a post or a service window at one instant. */
public enum Presence {
  /** A post: someone is at it. A window: at least the needed number of posts are staffed. */
  STAFFED,
  /** A post: nobody is at it. A window: fewer posts are staffed than needed. */
  EMPTY,
  /** No camera could tell: never a violation, and never presence. */
  UNKNOWN,
  /** Outside working time. */
  EXEMPT
}

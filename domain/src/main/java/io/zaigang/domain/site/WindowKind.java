package io.zaigang.domain.site;

/** What a service window is: an ordinary counter, or the guide desk (导服台) with its duty list. */
public enum WindowKind {
  COUNTER,
  GUIDE_DESK
}

package io.zaigang.dashboard.spotcheck;

/** What a checker says about one item of the list. */
enum ItemVerdict {
  /** 合格. */
  FINE,
  /** 发现问题: goes into the circular. */
  FINDING,
  /** 看不清: the footage does not tell; held against nobody. */
  NOT_VISIBLE
}

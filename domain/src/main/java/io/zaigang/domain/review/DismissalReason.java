package io.zaigang.domain.review;

/** Why an incident does not count. */
public enum DismissalReason {
  /** 误报: the system was wrong; {@link FalseAlarmKind} says how. */
  FALSE_ALARM,
  /** 已顶岗: somebody stood in whom the system could not know. */
  COVERED,
  /** 公务: away or on the phone for work. */
  OFFICIAL_DUTY,
  /** 其他: the remark says what. */
  OTHER
}

package io.zaigang.domain.review;

/** What the system took for something it was not; labels for teaching it better. */
public enum FalseAlarmKind {
  /** 有人未识别: somebody was there and was not seen. */
  PERSON_NOT_SEEN,
  /** 不是手机: something else was in the hand. */
  NOT_A_PHONE,
  /** 非工作人员: those seen were not staff. */
  NOT_STAFF,
  /** 画面问题: blocked, dark, moved or mirrored picture. */
  PICTURE,
  /** 区域划错: the zone does not show the post. */
  ZONE,
  /** 时间不对: the window was closed then. */
  CALENDAR,
  /** 其他: the remark says what. */
  OTHER
}

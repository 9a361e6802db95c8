package io.zaigang.domain.punch;

/** What a due punch has become, with the paragraph of the hall's rules that says so. */
public enum PunchOutcome {
  PUNCHED("日常管理制度：每日四次打卡"),
  /** Covered by an absence asked for in time. */
  EXCUSED("日常管理制度：事前审批的请假、外出"),
  /** Nobody at all has a punch for that time: the data are missing, not all the people. */
  UNKNOWN("无任何人的打卡数据（设备或导入缺失），不作认定"),
  /** Missed; there is still time to ask. */
  MISSING("日常管理制度：缺卡后的周一（含）前可申请"),
  /** Asked for in time and within the quota, not decided. */
  PENDING("日常管理制度：查看视频后审批"),
  /** 补卡 approved. */
  MADE_UP("日常管理制度：每人每月6次"),
  NEVER_REQUESTED("日常管理制度：逾期未申请，按未按要求打卡处理"),
  REQUESTED_LATE("日常管理制度：逾期申请，按未按要求打卡处理"),
  OVER_QUOTA("日常管理制度：每人每月6次，超出按未按要求打卡处理"),
  REJECTED("日常管理制度：查看视频后不予通过，按未按要求打卡处理"),
  /** Absence asked for only after the period had begun, and no punch. */
  ABSENCE_REQUESTED_LATE("日常管理制度：事后补办无效，按未按要求打卡处理");

  private final String paragraph;

  PunchOutcome(String paragraph) {
    this.paragraph = paragraph;
  }

  /** The rule this outcome rests on, in the users' words. */
  public String paragraph() {
    return paragraph;
  }

  /** 未按要求打卡: counts as a violation. */
  public boolean isMissedPunch() {
    return switch (this) {
      case NEVER_REQUESTED, REQUESTED_LATE, OVER_QUOTA, REJECTED, ABSENCE_REQUESTED_LATE -> true;
      case PUNCHED, EXCUSED, UNKNOWN, MISSING, PENDING, MADE_UP -> false;
    };
  }
}

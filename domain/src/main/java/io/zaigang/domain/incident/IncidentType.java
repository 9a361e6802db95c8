package io.zaigang.domain.incident;

/** Kinds of incident; names are those of the output format. */
public enum IncidentType {
  /** 空岗: a service window with fewer people on post than it needs, in working time. */
  VACANCY,
  /** 离岗（有人顶岗）: one post of several is empty, the window covered. A notice, no violation. */
  POST_UNATTENDED,
  /** 长时间看手机. */
  PHONE_USE,
  /** 柜台内聚集说话. */
  GATHERING;

  /** Whether a person may confirm it against someone; a notice is told, and nothing more. */
  public boolean isViolation() {
    return this != POST_UNATTENDED;
  }
}

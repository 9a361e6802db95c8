package io.zaigang.dashboard.account;

/** What a person may do; one may have several. */
public enum Role {
  /** 值守人员: watches, plays evidence, confirms and dismisses. */
  DESK,
  /** 审批人: decides make-up punches. */
  APPROVER,
  /** 政务服务管理股: signs off circulars, decides appeals. */
  SUPERVISOR,
  /** 管理员: cameras, windows, users. */
  ADMIN,
  /** 审计: reads the register, changes nothing. */
  AUDITOR,
  /** 窗口工作人员: sees their own duty and punches, asks for make-ups. */
  STAFF
}

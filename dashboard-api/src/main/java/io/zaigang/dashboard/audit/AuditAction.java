package io.zaigang.dashboard.audit;

/** What the register tells apart. */
public enum AuditAction {
  SIGN_IN,
  SIGN_IN_REFUSED,
  SIGN_OUT,
  FOOTAGE_VIEWED,
  SNAPSHOT_VIEWED,
  CLIP_EXPORTED,
  ACCOUNT_CREATED,
  ACCOUNT_CHANGED,
  PASSWORD_CHANGED,
  REGISTER_EXPORTED
}

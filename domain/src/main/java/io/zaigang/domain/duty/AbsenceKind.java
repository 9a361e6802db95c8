package io.zaigang.domain.duty;

import java.time.Duration;

/** Why someone is away with leave. */
public enum AbsenceKind {
  /** 临时外出, under two hours. */
  OUTING,
  /** 请假, two hours and more. */
  LEAVE,
  /** 公出差. */
  OFFICIAL_TRIP,
  /** 抽调. */
  SECONDMENT;

  /** From here on it takes a LEAVE. */
  public static final Duration LEAVE_FROM = Duration.ofHours(2);

  /** Whether an absence of this kind may last so long (日常管理制度: 2小时以上须请假). */
  public boolean allows(Duration length) {
    return this != OUTING || length.compareTo(LEAVE_FROM) < 0;
  }
}

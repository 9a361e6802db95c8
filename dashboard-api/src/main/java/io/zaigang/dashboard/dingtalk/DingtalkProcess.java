package io.zaigang.dashboard.dingtalk;

import io.zaigang.domain.duty.AbsenceKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The approval forms of the hall. */
enum DingtalkProcess {
  OUTING(AbsenceKind.OUTING),
  LEAVE(AbsenceKind.LEAVE),
  TRIP(AbsenceKind.OFFICIAL_TRIP),
  SECONDMENT(AbsenceKind.SECONDMENT),
  MAKE_UP(null);

  private final @Nullable AbsenceKind kind;

  DingtalkProcess(@Nullable AbsenceKind kind) {
    this.kind = kind;
  }

  /** What absence it is about; empty for 补卡. */
  Optional<AbsenceKind> absence() {
    return Optional.ofNullable(kind);
  }

  /** Its code in this hall's DingTalk; empty where the form is not read. */
  Optional<String> code(DingtalkSettings.Processes codes) {
    return Optional.ofNullable(
        switch (this) {
          case OUTING -> codes.outing();
          case LEAVE -> codes.leave();
          case TRIP -> codes.trip();
          case SECONDMENT -> codes.secondment();
          case MAKE_UP -> codes.makeUp();
        });
  }
}

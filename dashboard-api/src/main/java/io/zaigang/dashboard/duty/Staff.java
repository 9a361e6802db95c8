package io.zaigang.dashboard.duty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works in the hall.
 *
 * @param id 工号
 * @param unit 主管单位
 * @param username the account this person signs in with, if any
 * @param dingtalkUserId who this is in DingTalk, if anybody
 * @param activeFrom first day
 * @param activeUntil last day; null while employed
 */
public record Staff(
    String id,
    String name,
    String unit,
    @Nullable String username,
    @Nullable String dingtalkUserId,
    LocalDate activeFrom,
    @Nullable LocalDate activeUntil) {

  public boolean worksOn(LocalDate day) {
    return !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
  }
}

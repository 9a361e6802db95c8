package io.zaigang.domain.duty;

import java.time.LocalDate;

/** 导服台值班: someone's turn at a guide desk. */
public record GuideDuty(String personId, String windowId, LocalDate date, DutyShift shift) {}

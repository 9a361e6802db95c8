package io.zaigang.dashboard.duty;

/** Roster, absences or closures have changed; told within the transaction that changed them. */
public record DutyChanged() {}

package io.zaigang.dashboard.duty;

import io.zaigang.domain.duty.WindowClosure;

/** A closure as the database keeps it. */
record StoredClosure(String id, WindowClosure closure, String reason) {}

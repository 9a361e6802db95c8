package io.zaigang.dashboard.duty;

import io.zaigang.domain.site.WindowClosure;

/** A closure as the database keeps it. */
record StoredClosure(String id, WindowClosure closure, String reason) {}

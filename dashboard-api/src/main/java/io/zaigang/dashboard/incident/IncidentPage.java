package io.zaigang.dashboard.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list, newest start first.
 *
 * @param next to be passed as {@code before} for the page after this; null on the last
 */
record IncidentPage(List<IncidentView> items, @Nullable String next) {}

/** Incidents: taken from the job, listed for the desk. */
@NullMarked
package io.zaigang.dashboard.incident;

import org.jspecify.annotations.NullMarked;

/** Evidence of incidents: clips made once the footage is complete, kept, checked, handed out. */
@NullMarked
package io.zaigang.dashboard.evidence;

import org.jspecify.annotations.NullMarked;

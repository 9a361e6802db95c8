/** Who is on post right now, window by window. */
@NullMarked
package io.zaigang.dashboard.presence;

import org.jspecify.annotations.NullMarked;

/** Numbered changes and the live stream that passes them on to the desks. */
@NullMarked
package io.zaigang.dashboard.stream;

import org.jspecify.annotations.NullMarked;

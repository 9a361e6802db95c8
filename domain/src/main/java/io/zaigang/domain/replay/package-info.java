/** The rules over frames that were seen before: to try other settings. */
@NullMarked
package io.zaigang.domain.replay;

import org.jspecify.annotations.NullMarked;

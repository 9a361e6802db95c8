/** Everything the rules say about one service window, as one state machine. */
@NullMarked
package io.zaigang.domain.window;

import org.jspecify.annotations.NullMarked;

/** How records travel between tasks and rest in state: hand-written, versioned binary forms. */
@NullMarked
package io.zaigang.job.serial;

import org.jspecify.annotations.NullMarked;

/** Commands for the machine's operator. */
@NullMarked
package io.zaigang.dashboard.cli;

import org.jspecify.annotations.NullMarked;

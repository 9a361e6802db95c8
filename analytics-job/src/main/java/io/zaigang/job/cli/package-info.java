/** The command line of this module. */
@NullMarked
package io.zaigang.job.cli;

import org.jspecify.annotations.NullMarked;

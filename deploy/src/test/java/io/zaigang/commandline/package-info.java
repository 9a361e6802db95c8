/** Runs {@code deploy/zaigang} as a user would, on the jars that this build made. */
@NullMarked
package io.zaigang.commandline;

import org.jspecify.annotations.NullMarked;

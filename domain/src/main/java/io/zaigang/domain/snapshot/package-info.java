/** Writing the rules' states to bytes and reading them back, with nothing but the JDK. */
@NullMarked
package io.zaigang.domain.snapshot;

import org.jspecify.annotations.NullMarked;

/** The hall's rules as a keyed operator: the rules decide, the operator keeps state and time. */
@NullMarked
package io.zaigang.job.rules;

import org.jspecify.annotations.NullMarked;

/** From pictures to what they show, in the task that decoded them. */
@NullMarked
package io.zaigang.job.detect;

import org.jspecify.annotations.NullMarked;

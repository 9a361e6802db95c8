/**
 * A county's worth of observations through the rules, without a pixel: state, speed, checkpoints.
 */
@NullMarked
package io.zaigang.job.scale;

import org.jspecify.annotations.NullMarked;

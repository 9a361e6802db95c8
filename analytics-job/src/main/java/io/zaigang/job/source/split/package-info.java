/** A split of the footage: one camera, and how far it has been read. */
@NullMarked
package io.zaigang.job.source.split;

import org.jspecify.annotations.NullMarked;

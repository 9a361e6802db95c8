/** Cues of one zone in one camera's picture: who is seen there, and what moved. */
@NullMarked
package io.zaigang.models.presence;

import org.jspecify.annotations.NullMarked;

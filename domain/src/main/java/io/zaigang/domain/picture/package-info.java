/** Decoded pictures, as the reader hands them to the detectors. */
@NullMarked
package io.zaigang.domain.picture;

import org.jspecify.annotations.NullMarked;

/** Detectors: pictures in, labelled boxes in pixels out. */
@NullMarked
package io.zaigang.models.detect;

import org.jspecify.annotations.NullMarked;

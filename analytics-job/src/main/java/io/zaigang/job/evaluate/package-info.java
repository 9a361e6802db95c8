/** How well presence follows labelled videos: what {@code zaigang evaluate --presence} does. */
@NullMarked
package io.zaigang.job.evaluate;

import org.jspecify.annotations.NullMarked;

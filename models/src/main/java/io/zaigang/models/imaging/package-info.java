/** Pictures as OpenCV sees them: reading, cropping, resizing, and filling a network's input. */
@NullMarked
package io.zaigang.models.imaging;

import org.jspecify.annotations.NullMarked;

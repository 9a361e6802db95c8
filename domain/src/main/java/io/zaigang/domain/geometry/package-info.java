/** Boxes and polygons in a camera's picture. */
@NullMarked
package io.zaigang.domain.geometry;

import org.jspecify.annotations.NullMarked;

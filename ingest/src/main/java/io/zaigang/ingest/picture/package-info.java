/** Decoded pictures as Java's own images. */
@NullMarked
package io.zaigang.ingest.picture;

import org.jspecify.annotations.NullMarked;

/** Decoding, muxing and encoding: the only package that touches FFmpeg. */
@NullMarked
package io.zaigang.ingest.av;

import org.jspecify.annotations.NullMarked;

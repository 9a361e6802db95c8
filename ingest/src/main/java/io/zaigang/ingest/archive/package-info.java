/** A copy of finished footage in an S3-compatible store, and the way back from there. */
@NullMarked
package io.zaigang.ingest.archive;

import org.jspecify.annotations.NullMarked;

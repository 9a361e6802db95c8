/** The footage log: segments on disk whose names are the index. */
@NullMarked
package io.zaigang.ingest.footage;

import org.jspecify.annotations.NullMarked;

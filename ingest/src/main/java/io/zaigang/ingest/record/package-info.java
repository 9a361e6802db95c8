/** The recorder: one connection a camera, packets into the footage log. */
@NullMarked
package io.zaigang.ingest.record;

import org.jspecify.annotations.NullMarked;

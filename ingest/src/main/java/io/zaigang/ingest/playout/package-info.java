/** Simulated cameras and composed footage for the demo and for tests. */
@NullMarked
package io.zaigang.ingest.playout;

import org.jspecify.annotations.NullMarked;

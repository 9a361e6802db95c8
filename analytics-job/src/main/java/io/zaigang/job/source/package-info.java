/** The footage log as a Flink source: one split per camera, the offset is a media time. */
@NullMarked
package io.zaigang.job.source;

import org.jspecify.annotations.NullMarked;

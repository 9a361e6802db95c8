/** Results as files of JSON lines: whole or not at all, and the same bytes on every run. */
@NullMarked
package io.zaigang.job.sink.ndjson;

import org.jspecify.annotations.NullMarked;

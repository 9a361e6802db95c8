/** Follows the dashboard's site plan, and keeps the last good copy for when it does not answer. */
@NullMarked
package io.zaigang.ingest.follow;

import org.jspecify.annotations.NullMarked;

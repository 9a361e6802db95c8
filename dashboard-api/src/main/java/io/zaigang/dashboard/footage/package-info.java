/** Playlists, segments, clips and snapshots out of the footage log. */
@NullMarked
package io.zaigang.dashboard.footage;

import org.jspecify.annotations.NullMarked;

/** Playlists, evidence clips and snapshots cut from the footage log. */
@NullMarked
package io.zaigang.ingest.clip;

import org.jspecify.annotations.NullMarked;

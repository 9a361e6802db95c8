package io.zaigang.dashboard.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A made clip as the database keeps it.
 *
 * @param codec of the plain clip
 * @param seal of its manifest, see {@link io.zaigang.ingest.clip.ClipManifest}
 * @param markedSha256 of the marked rendition; null until it is made
 */
record EvidenceClip(
    String incidentId,
    String cameraId,
    String codec,
    Instant from,
    Instant to,
    long bytes,
    String sha256,
    String seal,
    @Nullable String markedSha256,
    ClipContents contents) {}

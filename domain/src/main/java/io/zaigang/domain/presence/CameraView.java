package io.zaigang.domain.presence;

import java.time.Instant;

/**
 * What one camera last said about a post.
 *
 * @param at media time of its last usable picture
 * @param sight what that picture said
 */
public record CameraView(String cameraId, Instant at, Sight sight) {}

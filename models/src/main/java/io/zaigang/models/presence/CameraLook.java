package io.zaigang.models.presence;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.PostEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one picture of a camera says about its posts.
 *
 * @param blind why the picture cannot be used; null when it can
 * @param posts the posts in the order of their zones; empty when the picture cannot be used
 */
public record CameraLook(@Nullable BlindCause blind, List<PostEvidence> posts) {

  public CameraLook {
    posts = List.copyOf(posts);
    if (blind != null && !posts.isEmpty()) {
      throw new IllegalArgumentException("A picture that cannot be used says nothing of posts");
    }
  }
}

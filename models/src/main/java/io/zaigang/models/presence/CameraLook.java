package io.zaigang.models.presence;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one picture of a camera shows.
 *
 * @param blind why the picture cannot be used; null when it can
 * @param persons everyone in the whole picture, best score first; nobody when it cannot be used
 * @param posts the posts in the order of their zones; empty when the picture cannot be used
 */
public record CameraLook(
    @Nullable BlindCause blind, List<PersonDetection> persons, List<PostEvidence> posts) {

  public CameraLook {
    persons = List.copyOf(persons);
    posts = List.copyOf(posts);
    if (blind != null && !(persons.isEmpty() && posts.isEmpty())) {
      throw new IllegalArgumentException("A picture that cannot be used shows nothing");
    }
  }

  static CameraLook blind(BlindCause cause) {
    return new CameraLook(cause, List.of(), List.of());
  }
}

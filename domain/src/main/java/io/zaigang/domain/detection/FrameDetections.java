package io.zaigang.domain.detection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the detectors say about one sampled frame: the record that leaves the camera's task.
 *
 * @param cameraId which camera
 * @param at media time of the frame
 * @param widthPx width of the picture the boxes are in
 * @param heightPx height of that picture
 * @param blind why the picture cannot be used; null when it can
 * @param persons everyone seen, best score first
 * @param posts the posts this camera sees, in plan order; empty when the picture is not usable
 */
public record FrameDetections(
    String cameraId,
    Instant at,
    int widthPx,
    int heightPx,
    @Nullable BlindCause blind,
    List<PersonDetection> persons,
    List<PostEvidence> posts) {

  public FrameDetections {
    persons = List.copyOf(persons);
    posts = List.copyOf(posts);
  }

  public boolean usable() {
    return blind == null;
  }
}

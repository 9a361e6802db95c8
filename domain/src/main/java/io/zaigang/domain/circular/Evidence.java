package io.zaigang.domain.circular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an offence rests on, besides its span of time.
 *
 * @param cameraIds cameras whose footage shows the place; none for a punch
 * @param clipSha256 of the kept clip, in hex; null where none was kept
 * @param basis the paragraph, or what a checker wrote; empty where the kind says it all
 */
public record Evidence(List<String> cameraIds, @Nullable String clipSha256, String basis) {

  public Evidence {
    cameraIds = List.copyOf(cameraIds);
  }
}

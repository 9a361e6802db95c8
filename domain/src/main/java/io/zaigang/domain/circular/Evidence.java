package io.zaigang.domain.circular;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an offence rests on, besides its span of time.
 *
 * @param cameraIds cameras whose footage shows the place; none for a punch
 * @param clips SHA-256, in hex, of each kept clip by its camera
 * @param basis the paragraph, or what a checker wrote; empty where the kind says it all
 */
public record Evidence(List<String> cameraIds, SortedMap<String, String> clips, String basis) {

  public Evidence {
    cameraIds = List.copyOf(cameraIds);
    clips = Collections.unmodifiableSortedMap(new TreeMap<>(clips));
  }

  /** Where nothing was filmed, or no clip kept. */
  public static Evidence without(List<String> cameraIds, String basis) {
    return new Evidence(cameraIds, new TreeMap<>(), basis);
  }
}

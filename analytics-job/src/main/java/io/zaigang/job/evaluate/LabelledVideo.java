package io.zaigang.job.evaluate;

import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.presence.LabelledSpan;
import java.nio.file.Path;
import java.util.List;

/**
 * A video and what a viewer saw in it.
 *
 * @param name of its folder
 * @param file the video
 * @param regions the places looked at; none when only other things are labelled
 */
public record LabelledVideo(String name, Path file, List<Region> regions) {

  public LabelledVideo {
    regions = List.copyOf(regions);
  }

  /**
   * A place in the picture.
   *
   * @param kind seat, post, area or gathering: the labels' own word, for the reader of the report
   * @param polygon in fractions of the picture
   * @param spans who was there when; media time counts from the epoch
   */
  public record Region(String id, String kind, Polygon polygon, List<LabelledSpan> spans) {

    public Region {
      spans = List.copyOf(spans);
    }
  }
}

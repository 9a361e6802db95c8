package io.zaigang.domain.gathering;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.Area;
import io.zaigang.domain.site.AreaKind;
import io.zaigang.domain.site.SitePlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How many people stand together in one staff area in one usable picture.
 *
 * @param at media time, cut to milliseconds
 * @param persons size of the largest group; 0 without people
 */
public record GatheringSample(String areaId, Instant at, int persons) {

  public GatheringSample {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * One sample for every staff area that the frame's camera sees, in plan order; none of a picture
   * that is not usable. Who stands in the area is told by the foot point; customers on the public
   * side are never counted.
   */
  public static List<GatheringSample> of(FrameDetections frame, SitePlan plan) {
    List<GatheringSample> samples = new ArrayList<>();
    for (Area area : plan.areas()) {
      boolean watched =
          area.kind() == AreaKind.STAFF_AREA && area.cameraId().equals(frame.cameraId());
      if (watched && frame.usable()) {
        Polygon polygon = area.polygon().scaled(frame.widthPx(), frame.heightPx());
        List<Box> inside =
            frame.persons().stream()
                .map(PersonDetection::box)
                .filter(box -> polygon.contains(box.footPoint()))
                .toList();
        int largest = PersonGroups.largest(inside, plan.rules().gathering().reach());
        samples.add(new GatheringSample(area.id(), frame.at(), largest));
      }
    }
    return samples;
  }
}

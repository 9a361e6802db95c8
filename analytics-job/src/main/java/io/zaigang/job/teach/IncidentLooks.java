package io.zaigang.job.teach;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.PictureAt;
import io.zaigang.ingest.av.SampledPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.models.detect.PersonDetector;
import io.zaigang.models.phone.PhoneSight;
import io.zaigang.models.phone.PhoneUseDetector;
import io.zaigang.models.teach.JudgedIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks again at the footage of incidents: at the person on their posts who most seems to use a
 * phone, as that is who was held to.
 */
final class IncidentLooks {

  /** As many as a window of two minutes has. */
  private static final int MAX_LOOKS = 24;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final SitePlan plan;
  private final FootageLog footage;
  private final PersonDetector persons;
  private final PhoneUseDetector phones;

  IncidentLooks(
      SitePlan plan, FootageLog footage, PersonDetector persons, PhoneUseDetector phones) {
    this.plan = plan;
    this.footage = footage;
    this.persons = persons;
    this.phones = phones;
  }

  /** Empty when its footage is gone, or nobody is found at its posts. */
  Optional<JudgedIncident> of(LabelledIncident incident) {
    List<List<Double>> looks = new ArrayList<>();
    try (PictureAt pictures = new PictureAt()) {
      for (String camera : incident.cameraIds()) {
        for (Instant at : times(incident)) {
          Optional<Segment> segment = footage.at(camera, at);
          if (segment.isPresent()) {
            look(incident, camera, pictures, segment.get(), at).ifPresent(looks::add);
          }
        }
      }
    }
    return looks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new JudgedIncident(
                incident.id(),
                incident.from().atZone(plan.hall().timeZone()).toLocalDate(),
                incident.verdict(),
                looks));
  }

  private static List<Instant> times(LabelledIncident incident) {
    Duration span = Duration.between(incident.from(), incident.to());
    Duration thinned = span.dividedBy(MAX_LOOKS);
    Duration step = thinned.compareTo(LOOK_EVERY) > 0 ? thinned : LOOK_EVERY;
    List<Instant> times = new ArrayList<>();
    for (Instant at = incident.from(); at.isBefore(incident.to()); at = at.plus(step)) {
      times.add(at);
    }
    return times;
  }

  private Optional<List<Double>> look(
      LabelledIncident incident, String camera, PictureAt pictures, Segment segment, Instant at) {
    try (SampledPicture sampled = pictures.find(segment, at)) {
      BgrPicture picture = sampled.picture();
      PostAssignment posts =
          PostAssignment.forCamera(plan, camera, picture.widthPx(), picture.heightPx());
      List<Box> there =
          persons.detect(picture).stream()
              .map(PersonDetection::box)
              .filter(box -> posts.postOf(box).filter(incident.postIds()::contains).isPresent())
              .toList();
      return phones.lookAtAll(picture, there).stream()
          .max(Comparator.comparingDouble(PhoneSight::score))
          .map(PhoneSight::views);
    } catch (AvException e) {
      // one picture less to learn from
      return Optional.empty();
    }
  }
}

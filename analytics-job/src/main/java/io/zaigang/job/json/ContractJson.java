package io.zaigang.job.json;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.window.WindowPresence;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.TreeMap;

/**
 * The job's results as the objects that its files and the dashboard's API share, instants in the
 * hall's time zone.
 */
public record ContractJson(ZoneId zone) implements Serializable {

  /** A line of {@code incidents.ndjson}. */
  public String incident(Incident incident) {
    return JsonLine.of(
        zone,
        line ->
            line.text("id", incident.id())
                .text("type", incident.type().name())
                .text("windowId", incident.windowId())
                .texts("postIds", incident.postIds())
                .text("areaId", incident.areaId())
                .texts("cameraIds", incident.cameraIds())
                .instant("startedAt", incident.startedAt())
                .instant("confirmedAt", incident.confirmedAt())
                .instant("endedAt", incident.endedAt())
                .text("status", incident.status().name())
                .number("blindSeconds", incident.blindSeconds())
                .object(
                    "measure",
                    measure ->
                        incident
                            .measure()
                            .forEach((name, value) -> measure.number(name, value.doubleValue()))));
  }

  /** A line of {@code occupancy.ndjson}. */
  public String occupancy(OccupancyMinute minute) {
    return JsonLine.of(
        zone,
        line ->
            line.text("windowId", minute.windowId())
                .instant("minute", minute.minute())
                .number("staffedSeconds", minute.staffedSeconds())
                .number("emptySeconds", minute.emptySeconds())
                .number("blindSeconds", minute.blindSeconds())
                .number("exemptSeconds", minute.exemptSeconds())
                .number("meanPersons", minute.meanPersons())
                .number("phoneSeconds", minute.phoneSeconds()));
  }

  /** What the dashboard shows of a window now; {@code cause} only where nothing can be seen. */
  public String presence(WindowPresence presence) {
    return JsonLine.of(
        zone,
        line -> {
          line.text("windowId", presence.windowId())
              .instant("at", presence.at())
              .text("presence", presence.presence().name())
              .number("seen", presence.seen())
              .instant("since", presence.since());
          BlindCause cause = presence.cause();
          if (cause != null) {
            line.text("cause", cause.name());
          }
        });
  }

  /** A line of {@code detections.ndjson}; {@code cause} only where the picture is not usable. */
  public String frame(FrameDetections frame) {
    return JsonLine.of(
        zone,
        line -> {
          line.text("cameraId", frame.cameraId())
              .instant("at", frame.at())
              .number("width", frame.widthPx())
              .number("height", frame.heightPx())
              .flag("usable", frame.usable());
          BlindCause cause = frame.blind();
          if (cause != null) {
            line.text("cause", cause.name());
          }
          line.objects("persons", frame.persons(), ContractJson::person)
              .objects(
                  "posts",
                  frame.posts(),
                  (json, post) ->
                      json.text("postId", post.postId())
                          .object(
                              "evidence",
                              cues -> new TreeMap<>(post.evidence()).forEach(cues::number))
                          .number("presence", post.presence()));
        });
  }

  private static void person(JsonLine line, PersonDetection person) {
    Box box = person.box();
    line.numbers("box", box.x(), box.y(), box.width(), box.height())
        .number("score", person.score());
    Double phone = person.phone();
    if (phone != null) {
      line.number("phone", phone);
    }
    Boolean inUse = person.phoneInUse();
    if (inUse != null) {
      line.flag("phoneInUse", inUse);
    }
  }
}

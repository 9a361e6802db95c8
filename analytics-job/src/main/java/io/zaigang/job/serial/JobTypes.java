package io.zaigang.job.serial;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.domain.window.WindowPresence;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types that flow between the job's operators. */
public final class JobTypes {

  public static final TypeInformation<FrameDetections> FRAME =
      new CodecTypeInfo<>(FrameDetections.class, new FrameDetectionsCodec());

  public static final TypeInformation<WindowObservation> OBSERVATION =
      new CodecTypeInfo<>(WindowObservation.class, new WindowObservationCodec());

  public static final TypeInformation<GatheringSample> GATHERING_SAMPLE =
      new CodecTypeInfo<>(GatheringSample.class, new GatheringSampleCodec());

  public static final TypeInformation<Incident> INCIDENT =
      new CodecTypeInfo<>(Incident.class, new IncidentCodec());

  public static final TypeInformation<OccupancyMinute> OCCUPANCY =
      new CodecTypeInfo<>(OccupancyMinute.class, new OccupancyMinuteCodec());

  public static final TypeInformation<WindowPresence> PRESENCE =
      new CodecTypeInfo<>(WindowPresence.class, new WindowPresenceCodec());

  private JobTypes() {}
}

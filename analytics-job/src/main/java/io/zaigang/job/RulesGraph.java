package io.zaigang.job;

import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.rules.JudgeAreas;
import io.zaigang.job.rules.JudgeServiceWindows;
import io.zaigang.job.rules.PlanHistory;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import java.time.Instant;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The half of the job behind the shuffle: from what was seen to incidents, minutes and presence.
 *
 * @param end where a bounded run ends; null for one without end
 */
public record RulesGraph(@Nullable Instant end, JobSinks sinks) {

  /**
   * Adds rules and sinks, detections aside.
   *
   * @param plans every plan before the first observation of its time, in each parallel stream
   */
  public void add(
      DataStream<WindowObservation> observations,
      DataStream<GatheringSample> gatherings,
      DataStream<PlanVersion> plans) {
    BroadcastStream<PlanVersion> everywhere = plans.broadcast(PlanHistory.STATE);
    SingleOutputStreamOperator<Incident> ofWindows =
        observations
            .keyBy(WindowObservation::windowId)
            .connect(everywhere)
            .process(new JudgeServiceWindows(end), JobTypes.INCIDENT)
            .name("rules")
            .uid("rules");
    SingleOutputStreamOperator<Incident> ofAreas =
        gatherings
            .keyBy(GatheringSample::areaId)
            .connect(everywhere)
            .process(new JudgeAreas(end), JobTypes.INCIDENT)
            .name("area rules")
            .uid("area-rules");
    ofWindows
        .union(ofAreas)
        .sinkTo(sinks.incidents())
        .setParallelism(1)
        .name("incidents")
        .uid("incidents");
    ofWindows
        .getSideOutput(JudgeServiceWindows.OCCUPANCY)
        .sinkTo(sinks.occupancy())
        .setParallelism(1)
        .name("occupancy")
        .uid("occupancy");
    ofWindows
        .getSideOutput(JudgeServiceWindows.PRESENCE)
        .sinkTo(sinks.presence())
        .setParallelism(1)
        .name("presence")
        .uid("presence");
  }
}

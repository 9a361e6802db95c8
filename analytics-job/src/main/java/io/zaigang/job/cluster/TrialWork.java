package io.zaigang.job.cluster;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.AnalyticsJob;
import io.zaigang.job.JobSinks;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.detect.FrameJudge;
import io.zaigang.job.json.ContractJson;
import io.zaigang.job.sink.dashboard.DashboardSink;
import io.zaigang.job.sink.dashboard.DeliverySettings;
import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.source.FootageSource;
import io.zaigang.job.source.enumerator.FootageSpan;
import io.zaigang.job.source.reader.FootageAccess;
import io.zaigang.job.source.reader.LiveTiming;
import java.time.Duration;
import java.time.Instant;

/**
 * A bounded piece of work to try a cluster on.
 *
 * @param to first instant that is not looked at
 */
public record TrialWork(
    SitePlan plan, Instant from, Instant to, FootageAccess footage, FrameJudge.Factory judge) {

  /** The job that does it and reports to a desk. */
  AnalyticsJob reportingTo(TrialDesk desk) {
    ContractJson json = new ContractJson(plan.hall().timeZone());
    DeliverySettings delivery = DeliverySettings.DEFAULT;
    return new AnalyticsJob(
        new FootageSource(
            PlanFeed.fixed(plan), FootageSpan.between(from, to), footage, LiveTiming.DEFAULT),
        new DetectFrames(judge),
        to,
        new JobSinks(
            DashboardSink.incidents(desk.address(), delivery, json),
            DashboardSink.occupancy(desk.address(), delivery, json),
            DashboardSink.presence(desk.address(), delivery, json),
            DashboardSink.detections(desk.address(), delivery, json)));
  }

  /** The first part of it. */
  TrialWork firstOf(Duration span) {
    Instant earlier = from.plus(span);
    return earlier.isBefore(to) ? new TrialWork(plan, from, earlier, footage, judge) : this;
  }

  /** Pictures that are due: of each camera one a sampling interval. */
  int frames() {
    Duration span = Duration.between(from, to);
    return (int) plan.cameras().stream().mapToLong(c -> span.dividedBy(c.samplingInterval())).sum();
  }

  /** Footage of all cameras together. */
  public Duration footageSpan() {
    return Duration.between(from, to).multipliedBy(plan.cameras().size());
  }
}

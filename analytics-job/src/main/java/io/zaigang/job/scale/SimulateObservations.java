package io.zaigang.job.scale;

import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.site.PlanVersionCodec;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns running numbers into what a group of cameras sees at one step: number by number time goes
 * on, group by group.
 */
final class SimulateObservations extends ProcessFunction<Long, WindowObservation> {

  private static final long serialVersionUID = 1;

  static final OutputTag<GatheringSample> GATHERINGS =
      new OutputTag<>("gatherings", JobTypes.GATHERING_SAMPLE);
  static final OutputTag<PlanVersion> PLANS = new OutputTag<>("plans", PlanVersionCodec.TYPE);

  /** Name of what this counts, as an accumulator of the job. */
  static final String OBSERVATIONS = "observations";

  /** Cameras that one number stands for. */
  static final int GROUP = 100;

  private final SimulatedCounty county;
  private final PlanVersion plan;
  private final LongCounter observations = new LongCounter();
  private transient boolean announced;

  SimulateObservations(SimulatedCounty county) {
    this.county = county;
    this.plan = PlanVersion.from(county.plan(), county.start());
  }

  /** How many numbers so many steps take. */
  static long numbers(SimulatedCounty county, long steps) {
    return steps * groups(county);
  }

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(OBSERVATIONS, observations);
  }

  @Override
  public void processElement(Long number, Context context, Collector<WindowObservation> out) {
    if (!announced) {
      context.output(PLANS, plan);
      announced = true;
    }
    long step = number / groups(county);
    int first = (int) (number % groups(county)) * GROUP;
    for (int camera = first; camera < Math.min(first + GROUP, county.cameras()); camera++) {
      out.collect(county.observation(camera, step));
      county.gatherings(camera, step).forEach(sample -> context.output(GATHERINGS, sample));
      observations.add(1);
    }
  }

  private static int groups(SimulatedCounty county) {
    return (county.cameras() + GROUP - 1) / GROUP;
  }
}

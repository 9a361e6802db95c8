package io.zaigang.job.benchmark;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.job.benchmark.PipelineRun.Setting;
import io.zaigang.models.registry.ModelRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures what the pipeline costs: beside its floor, beside the usual way, with growing numbers of
 * cameras, over an hour, and per look for a phone.
 *
 * <p>Everything is counted in CPU seconds of this process, so that a machine with other work still
 * gives usable ratios; pipeline, floor and usual way take turns within each round. What starting
 * costs is left out of the comparison: it is the difference of a long and a short run.
 */
public final class Benchmark {

  /** Footage that runs are warm after, and that is left out. */
  private static final Duration LEAD = Duration.ofMinutes(1);

  /** So long until Java has compiled what it will; a hall's job runs for months. */
  private static final Duration WARM_UP = Duration.ofMinutes(30);

  private static final double KEY_FRAMES = 0.5;
  private static final double ONE_A_SECOND = 1;
  private static final int MEMORY_PARTS = 6;

  private final BenchmarkRequest request;
  private final ModelRegistry registry;
  private final Consumer<String> progress;

  public Benchmark(BenchmarkRequest request, Consumer<String> progress) {
    this.request = request;
    this.registry = ModelRegistry.load(Path.of(request.models().modelsDir()));
    this.progress = progress;
  }

  /** The content of the result file, in order. */
  public Map<String, Object> run() throws Exception {
    BenchmarkFootage footage = BenchmarkFootage.of(request.video(), request.dataDir());
    progress.accept("warming up");
    PipelineRun.of(footage, request.models(), Setting.oneCamera(KEY_FRAMES), WARM_UP);
    Map<String, Object> result = new LinkedHashMap<>();
    double perSecond = compare(footage, result);
    result.put("scaling", scaling(footage, perSecond));
    if (!request.memorySpan().isZero()) {
      result.put("memory", memory(footage));
    }
    result.put("processors", Runtime.getRuntime().availableProcessors());
    result.put("models", request.models().models());
    return result;
  }

  /** Gives the pipeline's CPU seconds for a second of one camera. */
  private double compare(BenchmarkFootage footage, Map<String, Object> result) throws Exception {
    Setting keyFrames = Setting.oneCamera(KEY_FRAMES);
    Duration lookEvery = RuleSettings.DEFAULT.phoneUse().lookEvery();
    Instant from = BenchmarkFootage.START.plus(LEAD);
    double pipeline = 0;
    double floor = 0;
    double usual = 0;
    double lean = 0;
    double withLooks = 0;
    double oneASecond = 0;
    long samples = 0;
    long looks = 0;
    List<Double> ratios = new ArrayList<>();
    UsualWay usualWay = new UsualWay(registry, request.framesPerSecond());
    double onePass = (double) request.span().toMillis() / footage.length().toMillis();
    footage.reach(1, LEAD.plus(request.span()));
    List<Segment> segments = footage.segments(from, from.plus(request.span()));
    try (Floor bare =
        new Floor(registry, BenchmarkFootage.plan(1, KEY_FRAMES, keyFrames.rules()))) {
      for (int round = 1; round <= request.rounds(); round++) {
        progress.accept("round %d of %d: pipeline".formatted(round, request.rounds()));
        Steady steady = steady(footage, keyFrames);
        progress.accept("round %d of %d: floor".formatted(round, request.rounds()));
        double floorNow = bare.cpuSeconds(segments, steady.frames());
        progress.accept("round %d of %d: usual way".formatted(round, request.rounds()));
        usual += usualWay.cpuSeconds(request.video()) * onePass;
        lean += usualWay.leanCpuSeconds(footage.once()) * onePass;
        progress.accept("round %d of %d: looks for phones".formatted(round, request.rounds()));
        Steady looking = steady(footage, keyFrames.looking(lookEvery));
        oneASecond += steady(footage, Setting.oneCamera(ONE_A_SECOND)).cpuSeconds();
        pipeline += steady.cpuSeconds();
        floor += floorNow;
        withLooks += looking.cpuSeconds();
        samples += steady.frames().size();
        looks += looks(looking.frames());
        ratios.add(rounded(steady.cpuSeconds() / floorNow));
        progress.accept(
            "so far the pipeline costs %.2f × its floor, the usual way %.1f × the pipeline"
                .formatted(pipeline / floor, usual / pipeline));
      }
    }
    double seconds = request.span().toSeconds() * (double) request.rounds();
    result.put("footageSeconds", seconds);
    result.put("samples", samples);
    result.put("pipelineCpuSeconds", rounded(pipeline));
    result.put("floorCpuSeconds", rounded(floor));
    result.put("usualWayCpuSeconds", rounded(usual));
    result.put("usualWayLeanCpuSeconds", rounded(lean));
    result.put("pipelineToFloor", rounded(pipeline / floor));
    result.put("pipelineToFloorByRound", ratios);
    result.put("usualWayToPipeline", rounded(usual / pipeline));
    result.put("usualWayLeanToPipeline", rounded(lean / pipeline));
    result.put("camerasPerCore", rounded(seconds / pipeline));
    result.put("camerasPerCoreAtOneSampleASecond", rounded(seconds / oneASecond));
    result.put("phoneStage", phoneStage(withLooks - pipeline, looks, lookEvery));
    return pipeline / seconds;
  }

  private static Map<String, Object> phoneStage(double cpuSeconds, long looks, Duration lookEvery) {
    Map<String, Object> stage = new LinkedHashMap<>();
    stage.put("looks", looks);
    stage.put("cpuSeconds", rounded(cpuSeconds));
    if (looks > 0) {
      double perLook = cpuSeconds / looks;
      stage.put("cpuSecondsPerLook", rounded(perLook));
      stage.put("lookEvery", lookEvery.toString());
      stage.put("personsOnPostPerCore", rounded(lookEvery.toMillis() / 1000.0 / perLook));
    }
    return stage;
  }

  /** What the span costs once everything runs, and what was seen in it. */
  private record Steady(double cpuSeconds, List<FrameDetections> frames) {}

  private Steady steady(BenchmarkFootage footage, Setting setting) throws Exception {
    PipelineRun lead = PipelineRun.of(footage, request.models(), setting, LEAD);
    PipelineRun whole =
        PipelineRun.of(footage, request.models(), setting, LEAD.plus(request.span()));
    Instant from = BenchmarkFootage.START.plus(LEAD);
    return new Steady(
        whole.cpuSeconds() - lead.cpuSeconds(),
        whole.frames().stream().filter(frame -> !frame.at().isBefore(from)).toList());
  }

  private List<Map<String, Object>> scaling(BenchmarkFootage footage, double perSecond)
      throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int cameras : request.cameras()) {
      progress.accept("%d cameras at once".formatted(cameras));
      Setting setting =
          new Setting(cameras, KEY_FRAMES, Setting.NO_LOOKS, Math.min(cameras, processors));
      PipelineRun run = PipelineRun.of(footage, request.models(), setting, LEAD);
      double seconds = LEAD.toSeconds();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("cameras", cameras);
      row.put("footageSecondsEach", seconds);
      row.put("cpuSeconds", rounded(run.cpuSeconds()));
      row.put("wallSeconds", rounded(run.wallSeconds()));
      row.put("peakRssBytes", run.memory().peakBytes());
      row.put("coresForRealTime", rounded(run.cpuSeconds() / seconds));
      row.put("timesRealTime", rounded(seconds / run.wallSeconds()));
      row.put("cpuSecondsOfSteadyWork", rounded(perSecond * cameras * seconds));
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> memory(BenchmarkFootage footage) throws Exception {
    progress.accept("memory over " + request.memorySpan());
    PipelineRun run =
        PipelineRun.of(
            footage, request.models(), Setting.oneCamera(KEY_FRAMES), request.memorySpan());
    Map<String, Object> memory = new LinkedHashMap<>();
    memory.put("footageSeconds", request.memorySpan().toSeconds());
    memory.put("cpuSeconds", rounded(run.cpuSeconds()));
    List<Map<String, Object>> parts = new ArrayList<>();
    for (ResidentMemory.Reading peak : run.memory().peaks(MEMORY_PARTS)) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("peakRssBytes", peak.rssBytes());
      part.put("heapBytes", peak.heapBytes());
      part.put("nativeBytes", peak.nativeBytes());
      parts.add(part);
    }
    memory.put("parts", parts);
    return memory;
  }

  private static long looks(List<FrameDetections> frames) {
    return frames.stream()
        .flatMap(frame -> frame.persons().stream())
        .filter(person -> person.phone() != null)
        .count();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

package io.zaigang.ingest.cli;

import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.footage.FootageAccount;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code footage}: what is recorded, one JSON object a camera. */
@Command(
    name = "footage",
    description = "Tells what is recorded: spans, gaps, bytes; one JSON object a camera.",
    mixinStandardHelpOptions = true)
final class FootageCommand implements Callable<Integer> {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private final JsonMapper mapper = new JsonMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--camera", paramLabel = "ID", description = "only this camera")
  private @Nullable String cameraId;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description = "time zone of the instants printed (default: ${DEFAULT-VALUE})")
  private ZoneId zone = ZoneId.of("Asia/Shanghai");

  @Option(names = "--verify", description = "opens and decodes every segment; exit 1 if one is bad")
  private boolean verify;

  @Override
  public Integer call() {
    FootageLog log = data.readable();
    List<String> cameras = log.cameras();
    if (cameraId != null && !cameras.contains(cameraId)) {
      throw new UserMistake("Camera '" + cameraId + "' has no footage in " + log.root());
    }
    PrintWriter out = spec.commandLine().getOut();
    int bad = 0;
    for (String camera : cameraId == null ? cameras : List.of(cameraId)) {
      List<Map<String, Object>> problems = verify ? problems(log, camera) : List.of();
      bad += problems.size();
      out.println(mapper.writeValueAsString(json(FootageAccount.of(log, camera), problems)));
      out.flush();
    }
    return bad == 0 ? 0 : 1;
  }

  private static List<Map<String, Object>> problems(FootageLog log, String camera) {
    List<Map<String, Object>> problems = new ArrayList<>();
    for (Segment segment : log.all(camera)) {
      SegmentCheck.problemOf(segment)
          .ifPresent(
              problem -> problems.add(Map.of("file", segment.fileName(), "problem", problem)));
    }
    return problems;
  }

  private Map<String, Object> json(FootageAccount account, List<Map<String, Object>> problems) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cameraId", account.cameraId());
    json.put("from", text(account.from()));
    json.put("to", text(account.to()));
    json.put("segments", account.segments());
    json.put("bytes", account.bytes());
    json.put("recordedSeconds", account.recorded().toMillis() / 1000.0);
    json.put(
        "gaps",
        account.gaps().stream()
            .map(
                gap -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("from", text(gap.from()));
                  entry.put("to", text(gap.to()));
                  entry.put("cause", gap.cause().name());
                  return entry;
                })
            .toList());
    json.put("bad", problems);
    return json;
  }

  private @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : INSTANT.format(ZonedDateTime.ofInstant(instant, zone));
  }
}

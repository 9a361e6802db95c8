package io.zaigang.job;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small halls: camera {@code cam-N} looks at window {@code wN} with its one post {@code wN-a}. */
public final class TestPlans {

  private TestPlans() {}

  /** A window a camera, quick thresholds, one sample a second. */
  public static SitePlan hall(String... cameraIds) {
    return hall("PT10S", 1, cameraIds);
  }

  public static SitePlan hall(String grace, double analysisFps, String... cameraIds) {
    String cameras =
        Stream.of(cameraIds)
            .map(
                id ->
                    "  - { id: %s, name: %s, url: \"rtsp://192.0.2.1/%s\", analysisFps: %s }\n"
                        .formatted(id, id, id, analysisFps))
            .collect(Collectors.joining());
    String windows =
        Stream.of(cameraIds)
            .map(
                id ->
                    """
                      - id: %2$s
                        name: %2$s号窗口
                        unit: 测试
                        kind: COUNTER
                        minOnPost: 1
                        posts:
                          - { id: %2$s-a, name: A岗, zones: [{ camera: %1$s, polygon: [[0,0],[1,0],[1,1],[0,1]] }] }
                    """
                        .formatted(id, windowOf(id)))
            .collect(Collectors.joining());
    return parse(
        """
        hall: { id: test, name: 测试大厅, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI, SAT, SUN]
          seasons:
            - { name: 全年, from: "01-01", to: "12-31", hours: ["00:00-24:00"] }
        rules:
          vacancy: { grace: %s, absentAfter: PT2S, presentAfter: PT2S }
          blindAfter: PT15S
        cameras:
        %swindows:
        %s"""
            .formatted(grace, cameras, windows));
  }

  public static String windowOf(String cameraId) {
    return cameraId.replace("cam-", "w");
  }

  public static SitePlan parse(String yaml) {
    try {
      return SitePlanFile.parse(yaml, Path.of("test-plan.yaml"));
    } catch (SitePlanException e) {
      throw new IllegalArgumentException(String.join("\n", e.problems()), e);
    }
  }
}

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

  /** The same with a staff area {@code staff} in the picture of the first camera. */
  public static SitePlan hallWithArea(String... cameraIds) {
    return parse(
        yaml("PT10S", 1, cameraIds)
            + """
            areas:
              - { id: staff, name: 柜台内, kind: STAFF_AREA, camera: %s, polygon: [[0,0],[1,0],[1,1],[0,1]] }
            """
                .formatted(cameraIds[0]));
  }

  /** One window {@code w1} with posts a and b, both in the pictures of two cameras. */
  public static SitePlan twoPostsSeenByTwoCameras() {
    String zone = "{ camera: %s, polygon: [[0,0],[1,0],[1,1],[0,1]] }";
    String both = zone.formatted("cam-1") + ", " + zone.formatted("cam-2");
    String yaml = yaml("PT10S", 1, "cam-1", "cam-2");
    return parse(
        yaml.substring(0, yaml.indexOf("windows:"))
            + """
            windows:
              - id: w1
                name: 1号窗口
                unit: 测试
                kind: COUNTER
                minOnPost: 1
                posts:
                  - { id: w1-a, name: A岗, zones: [%1$s] }
                  - { id: w1-b, name: B岗, zones: [%1$s] }
            """
                .formatted(both));
  }

  public static SitePlan hall(String grace, double analysisFps, String... cameraIds) {
    return parse(yaml(grace, analysisFps, cameraIds));
  }

  private static String yaml(String grace, double analysisFps, String... cameraIds) {
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
    return """
        hall: { id: test, name: 测试大厅, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI, SAT, SUN]
          seasons:
            - { name: 全年, from: "01-01", to: "12-31", hours: ["00:00-24:00"] }
        rules:
          vacancy: { grace: %s, absentAfter: PT2S, presentAfter: PT2S }
          phoneUse: { window: PT20S, share: 0.6, lookEvery: PT1S }
          gathering: { window: PT10S, share: 0.7, minPersons: 3, reach: 1.0 }
          blindAfter: PT15S
        cameras:
        %swindows:
        %s"""
        .formatted(grace, cameras, windows);
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

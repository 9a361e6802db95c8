package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.job.TestPlaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three people who stand together, by the thresholds of seconds: real video, real networks. */
class AnalyzeGatheringIT {

  private static final String VIDEO = "three_people_close/three_people_close.mp4";
  private static final String NINE = "2026-03-02T09:00:00+08:00";
  private static final String END = "2026-03-02T09:00:03+08:00";

  @TempDir private Path dir;

  private final StringWriter err = new StringWriter();

  @Test
  void findsPeopleWhoStandTogetherInTheStaffArea() throws Exception {
    Path data = dir.resolve("data");
    new VideoImport(FootageLog.open(data), "cam-01", OffsetDateTime.parse(NINE).toInstant())
        .run(TestPlaces.video(VIDEO));

    assertThat(analyze(data, "together", 3)).as(err.toString()).isZero();
    List<String> found = Files.readAllLines(dir.resolve("together/incidents.ndjson"));
    assertThat(found).hasSize(1);
    JsonNode gathering = JsonMapper.shared().readTree(found.get(0));
    assertThat(gathering.get("type").stringValue()).isEqualTo("GATHERING");
    assertThat(gathering.get("areaId").stringValue()).isEqualTo("staff");
    assertThat(gathering.get("windowId").isNull()).isTrue();
    assertThat(gathering.get("measure").get("persons").intValue()).isGreaterThanOrEqualTo(3);

    assertThat(analyze(data, "few", 6)).as(err.toString()).isZero();
    assertThat(dir.resolve("few/incidents.ndjson")).isEmptyFile();
  }

  private int analyze(Path data, String out, int minPersons) throws Exception {
    Path site = dir.resolve(out + ".yaml");
    Files.writeString(
        site,
        """
        hall: { id: test, name: 测试大厅, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI]
          seasons:
            - { name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }
        rules:
          gathering: { window: PT2S, share: 0.6, minPersons: %d, reach: 1.0 }
        cameras:
          - { id: cam-01, name: 柜台内, url: "rtsp://192.0.2.11/1", analysisFps: 4 }
        windows: []
        areas:
          - { id: staff, name: 柜台内, kind: STAFF_AREA, camera: cam-01, polygon: [[0,0],[1,0],[1,1],[0,1]] }
        """
            .formatted(minPersons));
    return JobMain.commandLine()
        .setErr(new PrintWriter(err))
        .execute(
            "analyze",
            "--site=" + site,
            "--data=" + data,
            "--from=" + NINE,
            "--to=" + END,
            "--out=" + dir.resolve(out),
            "--models=" + TestPlaces.models(),
            "--parallelism=1");
  }
}

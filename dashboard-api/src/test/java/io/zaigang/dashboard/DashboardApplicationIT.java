package io.zaigang.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardApplicationIT {

  @TempDir private Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private String refusal(Path site, int port) throws Exception {
    try (JavaProcess dashboard =
        JavaProcess.start(
            folder,
            DashboardApplication.class,
            "--zaigang.site=" + site,
            "--zaigang.data=" + data(),
            "--server.port=" + port)) {
      assertThat(dashboard.exitCode()).isEqualTo(2);
      assertThat(dashboard.errors()).doesNotContain("\tat ", "Exception");
      assertThat(dashboard.output()).doesNotContain("\tat ");
      return dashboard.errors();
    }
  }

  @Test
  void namesEveryMistakeOfTheSitePlanAndTouchesNothing() throws Exception {
    Path site = folder.resolve("bad.yaml");
    Files.writeString(
        site,
        Files.readString(Installation.SITE)
            .replace("Asia/Shanghai", "Asia/Nowhere")
            .replace("minOnPost: 1", "minOnPost: 9")
            .replace("camera: cam-02", "camera: cam-77"));

    String errors = refusal(site, 0);

    assertThat(errors).contains("bad.yaml", "hall.timeZone", "minOnPost", "cam-77");
    assertThat(data()).doesNotExist();
  }

  @Test
  void saysWhichPortIsTakenAndTouchesNothing() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String errors = refusal(Installation.SITE, taken.getLocalPort());

      assertThat(errors.strip())
          .isEqualTo(
              "Port %d of 127.0.0.1 is taken: stop what listens there, or say --server.port=OTHER"
                  .formatted(taken.getLocalPort()));
      assertThat(data()).doesNotExist();
    }
  }

  @Test
  void saysThatTheDataDirectoryCannotBeMade() throws Exception {
    Files.writeString(data(), "a file, not a directory");

    assertThat(refusal(Installation.SITE, 0)).startsWith("Data directory " + data());
  }

  @Test
  void refusesToStartWithoutAnAdministratorAndSaysHowToMakeOne() throws Exception {
    assertThat(refusal(Installation.SITE, 0).strip())
        .isEqualTo(
            "There is no administrator yet. Make one first: deploy/zaigang create-admin"
                + " --data "
                + data()
                + " --username NAME");
    assertThat(databaseRuns()).isFalse();
  }

  private boolean databaseRuns() throws IOException {
    return Files.exists(data().resolve("postgres/postmaster.pid"));
  }
}

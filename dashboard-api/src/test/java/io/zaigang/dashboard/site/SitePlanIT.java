package io.zaigang.dashboard.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DashboardTest
class SitePlanIT {

  @Test
  void theJobGetsThePlanAndHearsWhenItIsTheSame(Desks desks) throws Exception {
    Caller job = desks.job();

    HttpResponse<String> plan = job.get("/internal/site-plan");

    String withoutVault =
        plan.body().replaceAll("\\{VAULT_\\d+_USER}:\\{VAULT_\\d+_PASSWORD}", "viewer:s3cretPa55");
    assertThat(plan.body()).doesNotContain("s3cretPa55");
    assertThat(SitePlanFile.parse(withoutVault, Path.of("answer")))
        .isEqualTo(SitePlanFile.load(Installation.SITE));
    String tag = plan.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        job.send(job.request("/internal/site-plan").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void thePageGetsNamesButNoAddresses(Desks desks) {
    JsonNode hall = desks.signedIn(Role.DESK).getJson("/api/hall");

    assertThat(hall.get("hall").toString())
        .isEqualTo("{\"id\":\"jingde\",\"name\":\"旌德县政务服务中心\",\"timeZone\":\"Asia/Shanghai\"}");
    assertThat(hall.get("windows").get(0).toString())
        .isEqualTo(
            ("{'id':'w03','name':'3号窗口 不动产登记','unit':'县自然资源和规划局','kind':'COUNTER',"
                    + "'minOnPost':1,'posts':[{'id':'w03-a','name':'A岗'},{'id':'w03-b','name':'B岗'}],"
                    + "'cameraIds':['cam-01']}")
                .replace('\'', '"'));
    assertThat(hall.toString()).doesNotContain("rtsp", "s3cretPa55");
  }
}

package io.zaigang.dashboard.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.dingtalk.SyncReport.LeaveWithoutForm;
import io.zaigang.dashboard.duty.AbsenceStore;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.HallPeople;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.makeup.MakeUps;
import io.zaigang.dashboard.punch.PunchStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DashboardTest
class DingtalkSyncIT {

  private static final Instant MONDAY = Instant.parse("2026-03-09T02:00:00Z");
  private static final String GET = "/topapi/processinstance/get";

  @TempDir private Path folder;

  @Test
  void bringsOverPunchesLeaveAndMakeUpsOnce(Desks desks) throws Exception {
    hall(desks);
    try (FakeDingtalk dingtalk = full()) {
      SyncReport first = sync(desks, dingtalk, MONDAY).run();
      SyncReport second = sync(desks, dingtalk, MONDAY.plusSeconds(900)).run();

      LeaveWithoutForm unexplained =
          new LeaveWithoutForm(
              "1001", Instant.ofEpochMilli(1772757000000L), Instant.ofEpochMilli(1772769600000L));
      assertThat(first)
          .isEqualTo(new SyncReport(List.of(), 1, 2, 0, List.of(unexplained), List.of()));
      assertThat(second)
          .isEqualTo(new SyncReport(List.of(), 0, 0, 0, List.of(unexplained), List.of()));
      assertThat(count(desks, "punch")).isEqualTo(1);
      assertThat(count(desks, "absence where state = 'APPROVED' and source = 'DINGTALK'"))
          .isEqualTo(1);
      assertThat(count(desks, "make_up_request where verdict = 'PENDING'")).isEqualTo(1);
    }
  }

  @Test
  void aFormThatCouldNotBeReadIsReadLaterThoughNoPollFindsItAgain(Desks desks) throws Exception {
    hall(desks);
    try (FakeDingtalk dingtalk = full()) {
      dingtalk.on(post(urlPathEqualTo(GET)).atPriority(1).willReturn(serverError()));
      SyncReport failed = sync(desks, dingtalk, MONDAY).run();
      assertThat(failed.waiting()).isEqualTo(2);
      assertThat(failed.problems()).anyMatch(problem -> problem.contains("HTTP 500"));
      JsonNode state = desks.signedInAs("looking", Role.ADMIN).getJson("/api/dingtalk");
      assertThat(state.path("queue").size()).isEqualTo(2);
      assertThat(state.path("last").path("problems").toString()).contains("HTTP 500");
      assertThat(state.path("unlinked").toString()).contains("李四").doesNotContain("张三");

      dingtalk.close();
      try (FakeDingtalk healed = forms()) {
        healed.inTurn(
            "/topapi/processinstance/listids", "{\"errcode\":0,\"result\":{\"list\":[]}}");
        SyncReport later = sync(desks, healed, MONDAY.plusSeconds(3600)).run();

        assertThat(later.approvals()).isEqualTo(2);
        assertThat(later.waiting()).isZero();
      }
    }
  }

  /** 李四 is in two departments, 王五's number is somebody else's there, 赵六 is not in the hall. */
  @Test
  void linksWhoHasTheSameNumberAndNameAndNobodyElse(Desks desks) throws Exception {
    hall(desks);
    try (FakeDingtalk dingtalk = full()) {
      dingtalk.inTurn(
          "/topapi/v2/department/listsub",
          "{\"errcode\":0,\"result\":[{\"dept_id\":7,\"name\":\"窗口\",\"parent_id\":1}]}",
          "{\"errcode\":0,\"result\":[]}");
      String lisi = "{\"userid\":\"u2\",\"name\":\"李四\",\"job_number\":\"1002\"}";
      dingtalk.inTurn(
          "/topapi/v2/user/list",
          users(true, lisi),
          users(false, "{\"userid\":\"u3\",\"name\":\"赵六\",\"job_number\":\"1003\"}"),
          users(false, lisi));

      SyncReport report = sync(desks, dingtalk, MONDAY).run();

      assertThat(report.linked()).containsExactly("1002");
      assertThat(report.problems())
          .containsExactly("工号 1003 is 王五 here and 赵六 in DingTalk: not linked");
      assertThat(desks.bean(StaffStore.class).byId("1002").orElseThrow().dingtalkUserId())
          .isEqualTo("u2");
      assertThat(report.approvals()).as("the rest goes on").isEqualTo(2);
    }
  }

  private static String users(boolean more, String user) {
    return "{\"errcode\":0,\"result\":{\"has_more\":%s,\"next_cursor\":1,\"list\":[%s]}}"
        .formatted(more, user);
  }

  @Test
  void isOffUnlessTheOperatorSaysSo(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);

    assertThat(admin.getJson("/api/dingtalk").path("enabled").asBoolean()).isFalse();
    assertThat(admin.post("/api/dingtalk/sync", "{}").statusCode()).isEqualTo(409);
  }

  private static void hall(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    HallPeople.store(
        admin, "staff", "工号,姓名,主管单位,登录名,钉钉UserID,到岗日期", "1001,张三,县自然资源和规划局,zhang,u1,2025-01-01");
  }

  private static DingtalkSync sync(Desks desks, FakeDingtalk dingtalk, Instant now) {
    DutyReader duty = desks.bean(DutyReader.class);
    ApprovalTaker taker =
        new ApprovalTaker(
            duty,
            desks.bean(AbsenceStore.class),
            desks.bean(MakeUps.class),
            dingtalk.settings(),
            event -> {});
    return new DingtalkSync(
        dingtalk.settings(),
        dingtalk.client(now),
        new DingtalkSync.Stores(
            desks.bean(DingtalkStore.class),
            desks.bean(PunchStore.class),
            desks.bean(StaffStore.class)),
        taker,
        duty,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private FakeDingtalk full() throws Exception {
    FakeDingtalk dingtalk = forms();
    list(dingtalk, "PROC-LEAVE", "leave-1");
    list(dingtalk, "PROC-MAKEUP", "make-up-1");
    dingtalk.inTurn(
        "/attendance/list",
        "{\"errcode\":0,\"hasMore\":false,\"recordresult\":[{\"userId\":\"u1\",\"checkType\":\"OnDuty\","
            + "\"timeResult\":\"Normal\",\"sourceType\":\"USER\",\"userCheckTime\":1772497440000}]}");
    return dingtalk;
  }

  private FakeDingtalk forms() throws Exception {
    FakeDingtalk dingtalk = new FakeDingtalk(folder);
    form(
        dingtalk,
        "leave-1",
        "{\"name\":\"开始时间\",\"value\":\"2026-03-04 08:30\"},"
            + "{\"name\":\"结束时间\",\"value\":\"2026-03-04 12:00\"},"
            + "{\"name\":\"事由\",\"value\":\"就医\"}");
    form(
        dingtalk,
        "make-up-1",
        "{\"name\":\"补卡时间\",\"value\":\"2026-03-05 08:30\"},{\"name\":\"事由\",\"value\":\"忘记\"}");
    dingtalk.inTurn("/topapi/v2/department/listsub", "{\"errcode\":0,\"result\":[]}");
    dingtalk.inTurn(
        "/topapi/v2/user/list", "{\"errcode\":0,\"result\":{\"has_more\":false,\"list\":[]}}");
    // one of the two leaves that DingTalk knows of has no form here
    dingtalk.inTurn(
        "/topapi/attendance/getleavestatus",
        "{\"errcode\":0,\"result\":{\"has_more\":false,\"leave_status\":["
            + "{\"userid\":\"u1\",\"start_time\":1772584200000,\"end_time\":1772596800000},"
            + "{\"userid\":\"u1\",\"start_time\":1772757000000,\"end_time\":1772769600000}]}}");
    dingtalk.on(
        post(urlPathEqualTo("/attendance/list"))
            .atPriority(9)
            .willReturn(okJson("{\"errcode\":0,\"hasMore\":false,\"recordresult\":[]}")));
    return dingtalk;
  }

  private static void list(FakeDingtalk dingtalk, String process, String id) {
    dingtalk.on(
        post(urlPathEqualTo("/topapi/processinstance/listids"))
            .withRequestBody(equalToJson("{\"process_code\":\"" + process + "\"}", true, true))
            .willReturn(okJson("{\"errcode\":0,\"result\":{\"list\":[\"" + id + "\"]}}")));
  }

  private static void form(FakeDingtalk dingtalk, String id, String fields) {
    dingtalk.on(
        post(urlPathEqualTo(GET))
            .withRequestBody(equalToJson("{\"process_instance_id\":\"" + id + "\"}"))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"process_instance\":{\"originator_userid\":\"u1\","
                        + "\"create_time\":\"2026-03-03 16:20:00\",\"status\":\"COMPLETED\","
                        + "\"result\":\"agree\",\"form_component_values\":["
                        + fields
                        + "],\"operation_records\":[]}}")));
  }

  private static int count(Desks desks, String from) {
    return desks
        .bean(JdbcTemplate.class)
        .queryForObject("select count(*) from " + from, Integer.class);
  }
}

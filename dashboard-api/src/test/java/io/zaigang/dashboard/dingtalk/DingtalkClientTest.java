package io.zaigang.dashboard.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.duty.AbsenceState;
import io.zaigang.domain.punch.Punch;
import io.zaigang.domain.punch.PunchDirection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DingtalkClientTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-03-09T02:00:00Z");
  private static final String LIST = "/attendance/list";
  private static final String OK = "{\"errcode\":0,\"recordresult\":[],\"hasMore\":false}";

  @TempDir private Path folder;

  private FakeDingtalk dingtalk;

  @BeforeEach
  void start() throws IOException {
    dingtalk = new FakeDingtalk(folder);
  }

  @AfterEach
  void stop() {
    dingtalk.close();
  }

  @Test
  void renewsATokenThatIsNoLongerGoodAndCallsAgain() {
    dingtalk.inTurn(
        LIST,
        "{\"errcode\":88,\"sub_code\":\"40014\",\"sub_msg\":\"不合法的access_token\",\"errmsg\":\"x\"}",
        OK);

    dingtalk.client(NOW).post(LIST, Map.of());

    dingtalk.server().verify(2, getRequestedFor(urlPathEqualTo("/gettoken")));
    dingtalk.server().verify(2, postRequestedFor(urlPathEqualTo(LIST)));
  }

  @Test
  void keepsATokenWhileItLasts() {
    dingtalk.inTurn(LIST, OK);
    DingtalkClient client = dingtalk.client(NOW);

    client.post(LIST, Map.of());
    client.post(LIST, Map.of());

    dingtalk.server().verify(1, getRequestedFor(urlPathEqualTo("/gettoken")));
  }

  @Test
  void restsLongerAndLongerWhileDingtalkSaysItIsTooMuch() {
    String banned = "{\"errcode\":90018,\"errmsg\":\"当前接口的所有请求都被暂时禁用了\"}";
    dingtalk.inTurn(LIST, banned, "{\"errcode\":-1,\"errmsg\":\"系统繁忙\"}", OK);

    dingtalk.client(NOW).post(LIST, Map.of());

    assertThat(dingtalk.pauses).contains(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void givesUpAfterFourTriesAndSaysWhyWithoutSecrets() {
    dingtalk.on(post(urlPathEqualTo(LIST)).willReturn(serverError()));

    assertThatThrownBy(() -> dingtalk.client(NOW).post(LIST, Map.of()))
        .isInstanceOf(DingtalkFailure.class)
        .hasMessage("DingTalk /attendance/list: HTTP 500")
        .message()
        .doesNotContain(FakeDingtalk.SECRET, "t1");
    dingtalk.server().verify(4, postRequestedFor(urlPathEqualTo(LIST)));
  }

  @Test
  void doesNotTryAgainWhatCannotSucceed() {
    dingtalk.inTurn(LIST, "{\"errcode\":60011,\"errmsg\":\"没有调用该接口的权限\"}");

    assertThatThrownBy(() -> dingtalk.client(NOW).post(LIST, Map.of()))
        .hasMessageContaining("60011 没有调用该接口的权限");
    dingtalk.server().verify(1, postRequestedFor(urlPathEqualTo(LIST)));
  }

  @Test
  void neverCallsFasterThanAllowed() {
    dingtalk.inTurn(LIST, OK);
    DingtalkClient client = dingtalk.client(NOW);

    client.post(LIST, Map.of());
    client.post(LIST, Map.of());

    assertThat(dingtalk.pauses).containsExactly(Duration.ofMillis(50));
  }

  @Test
  void asksSevenDaysFiftyPeopleAndFiftyRowsAtOnce() {
    dingtalk.inTurn(LIST, OK.replace("false", "true"), OK, OK, OK, OK);
    List<String> users = IntStream.range(0, 60).mapToObj(i -> "u%02d".formatted(i)).toList();

    new DingtalkAttendance(dingtalk.client(NOW), ZONE)
        .punches(users, LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-09"));

    // two spans of days by two groups of people, and one second page
    dingtalk.server().verify(5, postRequestedFor(urlPathEqualTo(LIST)));
    dingtalk
        .server()
        .verify(
            postRequestedFor(urlPathEqualTo(LIST))
                .withRequestBody(
                    equalToJson(
                        "{\"offset\":50,\"limit\":50,\"workDateFrom\":\"2026-03-01 00:00:00\","
                            + "\"workDateTo\":\"2026-03-07 00:00:00\"}",
                        true,
                        true)));
    dingtalk
        .server()
        .verify(
            2,
            postRequestedFor(urlPathEqualTo(LIST))
                .withRequestBody(
                    equalToJson(
                        "{\"workDateFrom\":\"2026-03-08 00:00:00\","
                            + "\"workDateTo\":\"2026-03-09 00:00:00\"}",
                        true,
                        true)));
  }

  @Test
  void takesPunchesButNotWhatWasMissedOrPutThereByAnApproval() {
    dingtalk.inTurn(
        LIST,
        """
        {"errcode":0,"hasMore":false,"recordresult":[
          {"userId":"u1","checkType":"OnDuty","timeResult":"Normal","sourceType":"USER",
           "userCheckTime":1772411040000,"baseCheckTime":1772411400000},
          {"userId":"u1","checkType":"OffDuty","timeResult":"NotSigned","sourceType":"SYSTEM",
           "userCheckTime":1772424000000},
          {"userId":"u1","checkType":"OnDuty","timeResult":"Normal","sourceType":"APPROVE",
           "userCheckTime":1772429400000}]}
        """);

    List<Punch> punches =
        new DingtalkAttendance(dingtalk.client(NOW), ZONE)
            .punches(List.of("u1"), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"));

    assertThat(punches)
        .containsExactly(new Punch("u1", Instant.ofEpochMilli(1772411040000L), PunchDirection.IN));
  }

  @Test
  void readsApprovalsWithTheirChain() {
    dingtalk.inTurn(
        "/topapi/processinstance/listids",
        "{\"errcode\":0,\"result\":{\"list\":[\"a\",\"b\"],\"next_cursor\":2}}",
        "{\"errcode\":0,\"result\":{\"list\":[\"c\"]}}");
    dingtalk.on(
        post(urlPathEqualTo("/topapi/processinstance/get"))
            .willReturn(
                okJson(
                    """
                    {"errcode":0,"process_instance":{"originator_userid":"u1",
                     "create_time":"2026-03-01 16:20:00","status":"COMPLETED","result":"agree",
                     "form_component_values":[
                       {"name":"[\\"开始时间\\",\\"结束时间\\"]",
                        "value":"[\\"2026-03-02 08:30\\",\\"2026-03-02 12:00\\",3.5,\\"hour\\"]"},
                       {"name":"事由","value":"就医"}],
                     "operation_records":[
                       {"userid":"boss","date":"2026-03-01 17:00:00","operation_result":"AGREE"},
                       {"userid":"u1","date":"2026-03-01 16:20:00","operation_result":"NONE"}]}}
                    """)));
    DingtalkApprovals approvals = new DingtalkApprovals(dingtalk.client(NOW), ZONE);

    assertThat(approvals.ids("PROC-LEAVE", NOW.minusSeconds(60), NOW))
        .containsExactly("a", "b", "c");
    Approval approval = approvals.approval("a");
    assertThat(approval.state()).isEqualTo(AbsenceState.APPROVED);
    assertThat(approval.createdAt()).isEqualTo(Instant.parse("2026-03-01T08:20:00Z"));
    assertThat(approval.fields())
        .containsEntry("开始时间", "2026-03-02 08:30")
        .containsEntry("结束时间", "2026-03-02 12:00")
        .containsEntry("事由", "就医");
    assertThat(approval.steps()).hasSize(1);
  }
}

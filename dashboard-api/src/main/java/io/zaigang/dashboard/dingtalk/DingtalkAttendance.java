package io.zaigang.dashboard.dingtalk;

import io.zaigang.domain.punch.Punch;
import io.zaigang.domain.punch.PunchDirection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 考勤: punches and leave as DingTalk has them, within the limits of its calls. */
final class DingtalkAttendance {

  /** {@code attendance/list}: 起始与结束工作日最多相隔7天. */
  private static final int MOST_DAYS = 7;

  /** {@code attendance/list}: 50 people, and 50 rows, at once. */
  private static final int MOST_USERS = 50;

  private static final int PUNCH_ROWS = 50;

  /** {@code getleavestatus}: 20 rows at once. */
  private static final int LEAVE_ROWS = 20;

  /** Pages beyond which DingTalk would go round in circles. */
  private static final int MOST_PAGES = 2000;

  /** Leave that DingTalk knows of. */
  record Leave(String userId, Instant from, Instant to) {}

  private final DingtalkClient client;
  private final ZoneId zone;

  DingtalkAttendance(DingtalkClient client, ZoneId zone) {
    this.client = client;
    this.zone = zone;
  }

  /**
   * Punches of work days, both included; the person of each is its DingTalk user id. What an
   * approval put there is no punch: whether it is made up is decided by the footage.
   */
  List<Punch> punches(Collection<String> userIds, LocalDate from, LocalDate to) {
    List<Punch> punches = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(MOST_DAYS)) {
      LocalDate wanted = day.plusDays(MOST_DAYS - 1L);
      LocalDate last = wanted.isAfter(to) ? to : wanted;
      for (List<String> users : groups(userIds)) {
        punches.addAll(punches(users, day, last));
      }
    }
    return punches;
  }

  private List<Punch> punches(List<String> users, LocalDate from, LocalDate to) {
    Map<String, Object> body = new HashMap<>();
    body.put("workDateFrom", from + " 00:00:00");
    body.put("workDateTo", to + " 00:00:00");
    body.put("userIdList", users);
    body.put("limit", PUNCH_ROWS);
    List<Punch> punches = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      body.put("offset", page * PUNCH_ROWS);
      JsonNode answer = client.post("/attendance/list", body);
      for (JsonNode row : answer.path("recordresult")) {
        if (isPunch(row)) {
          punches.add(punch(row));
        }
      }
      if (!answer.path("hasMore").asBoolean(false)) {
        return punches;
      }
    }
    throw new DingtalkFailure(
        DingtalkFailure.Kind.FINAL,
        "DingTalk /attendance/list: more than " + MOST_PAGES + " pages");
  }

  private static boolean isPunch(JsonNode row) {
    return !row.path("timeResult").asString("").equals("NotSigned")
        && !row.path("sourceType").asString("").equals("APPROVE")
        && row.path("userCheckTime").asLong(0) > 0;
  }

  private static Punch punch(JsonNode row) {
    PunchDirection direction =
        row.path("checkType").asString("").equals("OffDuty")
            ? PunchDirection.OUT
            : PunchDirection.IN;
    return new Punch(
        row.path("userId").asString(""),
        Instant.ofEpochMilli(row.path("userCheckTime").asLong()),
        direction);
  }

  /** Leave that meets these days. */
  List<Leave> leave(Collection<String> userIds, LocalDate from, LocalDate to) {
    Map<String, Object> body = new HashMap<>();
    body.put("start_time", from.atStartOfDay(zone).toInstant().toEpochMilli());
    body.put("end_time", to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1);
    body.put("size", LEAVE_ROWS);
    List<Leave> leave = new ArrayList<>();
    for (List<String> users : groups(userIds)) {
      body.put("userid_list", String.join(",", users));
      boolean more = true;
      for (int page = 0; more && page < MOST_PAGES; page++) {
        body.put("offset", page * LEAVE_ROWS);
        JsonNode result = client.post("/topapi/attendance/getleavestatus", body).path("result");
        for (JsonNode row : result.path("leave_status")) {
          leave.add(
              new Leave(
                  row.path("userid").asString(""),
                  Instant.ofEpochMilli(row.path("start_time").asLong()),
                  Instant.ofEpochMilli(row.path("end_time").asLong())));
        }
        more = result.path("has_more").asBoolean(false);
      }
    }
    return leave;
  }

  private static List<List<String>> groups(Collection<String> userIds) {
    List<String> all = userIds.stream().sorted().toList();
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < all.size(); i += MOST_USERS) {
      groups.add(all.subList(i, Math.min(i + MOST_USERS, all.size())));
    }
    return groups;
  }
}

package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.duty.StoredAbsence.Step;
import io.zaigang.dashboard.duty.StoredAbsence.StepVerdict;
import io.zaigang.domain.duty.AbsenceState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 审批实例: which there are, and what is in each. */
final class DingtalkApprovals {

  /** {@code processinstance/listids}: 20 ids at once. */
  private static final int MOST_IDS = 20;

  private static final int MOST_PAGES = 2000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DingtalkClient client;
  private final ZoneId zone;

  DingtalkApprovals(DingtalkClient client, ZoneId zone) {
    this.client = client;
    this.zone = zone;
  }

  /** Ids of forms that were begun in {@code [from, to)}. */
  List<String> ids(String processCode, Instant from, Instant to) {
    Map<String, Object> body = new HashMap<>();
    body.put("process_code", processCode);
    body.put("start_time", from.toEpochMilli());
    body.put("end_time", to.toEpochMilli());
    body.put("size", MOST_IDS);
    List<String> ids = new ArrayList<>();
    long cursor = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      body.put("cursor", cursor);
      JsonNode result = client.post("/topapi/processinstance/listids", body).path("result");
      result.path("list").forEach(id -> ids.add(id.asString("")));
      if (result.path("next_cursor").isMissingNode() || result.path("next_cursor").isNull()) {
        return ids;
      }
      cursor = result.path("next_cursor").asLong();
    }
    throw new DingtalkFailure(
        DingtalkFailure.Kind.FINAL, "DingTalk listids: more than " + MOST_PAGES + " pages");
  }

  Approval approval(String id) {
    JsonNode form =
        client
            .post("/topapi/processinstance/get", Map.of("process_instance_id", id))
            .path("process_instance");
    return new Approval(
        id,
        form.path("originator_userid").asString(""),
        time(form.path("create_time").asString("")),
        state(form.path("status").asString(""), form.path("result").asString("")),
        fields(form.path("form_component_values")),
        steps(form.path("operation_records")));
  }

  private Instant time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
  }

  private static AbsenceState state(String status, String result) {
    return switch (status) {
      case "COMPLETED" -> result.equals("agree") ? AbsenceState.APPROVED : AbsenceState.REJECTED;
      case "TERMINATED", "CANCELED" -> AbsenceState.WITHDRAWN;
      default -> AbsenceState.PENDING;
    };
  }

  /** A span of two times comes as one field: {@code ["开始时间","结束时间"]} with a list as value. */
  private static Map<String, String> fields(JsonNode components) {
    Map<String, String> fields = new HashMap<>();
    for (JsonNode component : components) {
      String name = component.path("name").asString("");
      String value = component.path("value").asString("");
      if (name.startsWith("[") && value.startsWith("[")) {
        JsonNode names = JSON.readTree(name);
        JsonNode values = JSON.readTree(value);
        for (int i = 0; i < names.size() && i < values.size(); i++) {
          fields.put(names.get(i).asString(""), values.get(i).asString(""));
        }
      } else {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private List<Step> steps(JsonNode records) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode record : records) {
      String result = record.path("operation_result").asString("");
      if (result.equals("AGREE") || result.equals("REFUSE")) {
        steps.add(
            new Step(
                record.path("userid").asString(""),
                time(record.path("date").asString("")),
                result.equals("AGREE") ? StepVerdict.APPROVED : StepVerdict.REJECTED,
                record.path("remark").asString("")));
      }
    }
    return steps;
  }
}

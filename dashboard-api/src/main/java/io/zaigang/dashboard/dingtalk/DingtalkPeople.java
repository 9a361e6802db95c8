package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.DingtalkFailure.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** 通讯录: everybody DingTalk lets the application see, department by department. */
final class DingtalkPeople {

  private static final long ROOT = 1;

  /** {@code topapi/v2/user/list}: 100 rows at once. */
  private static final int ROWS = 100;

  /** More than a county has; beyond it DingTalk would go round in circles. */
  private static final int MOST_CALLS = 2000;

  /**
   * Somebody.
   *
   * @param jobNumber 工号; empty where DingTalk has none
   */
  record User(String userId, String name, String jobNumber) {}

  private final DingtalkClient client;
  private int calls;

  DingtalkPeople(DingtalkClient client) {
    this.client = client;
  }

  /** Each once, however many departments they are in. */
  List<User> users() {
    calls = 0;
    Map<String, User> users = new LinkedHashMap<>();
    for (long department : departments()) {
      users(department, users);
    }
    return List.copyOf(users.values());
  }

  private Set<Long> departments() {
    Set<Long> known = new LinkedHashSet<>(List.of(ROOT));
    Deque<Long> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      JsonNode answer = post("/topapi/v2/department/listsub", Map.of("dept_id", open.remove()));
      for (JsonNode department : answer.path("result")) {
        long id = department.path("dept_id").asLong();
        if (known.add(id)) {
          open.add(id);
        }
      }
    }
    return known;
  }

  private void users(long department, Map<String, User> users) {
    long cursor = 0;
    boolean more = true;
    while (more) {
      JsonNode result =
          post(
                  "/topapi/v2/user/list",
                  Map.of("dept_id", department, "cursor", cursor, "size", ROWS))
              .path("result");
      for (JsonNode row : result.path("list")) {
        String id = row.path("userid").asString("");
        users.put(
            id,
            new User(
                id,
                row.path("name").asString("").strip(),
                row.path("job_number").asString("").strip()));
      }
      more = result.path("has_more").asBoolean(false);
      cursor = result.path("next_cursor").asLong(cursor + ROWS);
    }
  }

  private JsonNode post(String path, Map<String, ?> body) {
    if (++calls > MOST_CALLS) {
      throw new DingtalkFailure(
          Kind.FINAL, "DingTalk " + path + ": more than " + MOST_CALLS + " calls");
    }
    return client.post(path, body);
  }
}

package io.zaigang.domain.site;

import io.zaigang.domain.site.DocumentNode.Entry;
import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.DocumentNode.Scalar;
import io.zaigang.domain.site.DocumentNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A valid site plan as maps and lists, to be spoilt in one place; each value has a line of its own.
 */
final class PlanDocument {

  private final Map<String, Object> root;
  private int line;

  PlanDocument() {
    root =
        map(
            "hall", map("id", "jingde", "name", "旌德县政务服务中心", "timeZone", "Asia/Shanghai"),
            "calendar",
                map(
                    "workdays",
                    list("MON", "TUE", "WED", "THU", "FRI"),
                    "seasons",
                    list(
                        season("夏令", "05-01", "09-30", "08:30-12:00", "13:30-17:00"),
                        season("冬令", "10-01", "04-30", "08:30-12:00", "13:00-16:30")),
                    "holidays",
                    list("2026-10-01/2026-10-07"),
                    "extraWorkdays",
                    list("2026-09-20", "2026-10-10")),
            "rules",
                map(
                    "vacancy",
                    map("grace", "PT5M", "absentAfter", "PT20S", "presentAfter", "PT4S"),
                    "phoneUse",
                    map("window", "PT2M", "share", "0.6", "lookEvery", "PT5S"),
                    "gathering",
                    map("window", "PT3M", "share", "0.7", "minPersons", "3", "reach", "1.0"),
                    "blindAfter",
                    "PT15S"),
            "cameras", list(camera("cam-01"), camera("cam-02")),
            "windows", list(window("w03"), window("w04")),
            "areas",
                list(
                    map(
                        "id",
                        "staff-east",
                        "name",
                        "东侧柜台内",
                        "kind",
                        "STAFF_AREA",
                        "camera",
                        "cam-01",
                        "polygon",
                        square())));
  }

  static Map<String, Object> season(String name, String from, String to, String... hours) {
    return map("name", name, "from", from, "to", to, "hours", list((Object[]) hours));
  }

  static Map<String, Object> camera(String id) {
    String url = "rtsp://{USER}:{PASSWORD}@192.0.2.11/Streaming/Channels/101";
    return map("id", id, "name", "大厅东侧", "url", url, "analysisFps", "0.5");
  }

  static Map<String, Object> window(String id) {
    return map(
        "id",
        id,
        "name",
        "不动产登记",
        "unit",
        "县自然资源和规划局",
        "kind",
        "COUNTER",
        "minOnPost",
        "1",
        "posts",
        list(post(id + "-a"), post(id + "-b")));
  }

  static Map<String, Object> post(String id) {
    return map("id", id, "name", "A岗", "zones", list(zone("cam-01")));
  }

  static Map<String, Object> zone(String camera) {
    return map("camera", camera, "polygon", square());
  }

  static List<Object> square() {
    return points("0.1 0.3", "0.35 0.3", "0.35 0.95", "0.1 0.95");
  }

  static List<Object> points(String... points) {
    List<Object> all = list();
    for (String point : points) {
      all.add(list((Object[]) point.split(" ")));
    }
    return all;
  }

  /** Sets what stands at a path such as {@code windows[0].posts[1].name}; null: nothing there. */
  PlanDocument with(String path, @Nullable Object value) {
    step(path, (map, key) -> map.put(key, value), (list, index) -> list.set(index, value));
    return this;
  }

  PlanDocument without(String path) {
    step(path, Map::remove, (list, index) -> list.remove((int) index));
    return this;
  }

  SitePlanReading read() {
    line = 0;
    return SitePlanReader.read(node(root));
  }

  private void step(
      String path,
      BiConsumer<Map<String, Object>, String> onMap,
      BiConsumer<List<Object>, Integer> onList) {
    String[] steps = path.replace("[", ".#").replace("]", "").split("\\.");
    Object at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      at = steps[i].startsWith("#") ? items(at).get(index(steps[i])) : entries(at).get(steps[i]);
    }
    String last = steps[steps.length - 1];
    if (last.startsWith("#")) {
      onList.accept(items(at), index(last));
    } else {
      onMap.accept(entries(at), last);
    }
  }

  private static int index(String step) {
    return Integer.parseInt(step.substring(1));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> entries(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> items(Object value) {
    return (List<Object>) value;
  }

  private DocumentNode node(@Nullable Object value) {
    line++;
    int own = line;
    if (value instanceof Map<?, ?> map) {
      List<Entry> entries = new ArrayList<>();
      map.forEach((key, nested) -> entries.add(new Entry((String) key, line + 1, node(nested))));
      return new Mapping(own, entries);
    }
    if (value instanceof List<?> list) {
      return new Sequence(own, list.stream().map(this::node).toList());
    }
    return new Scalar(own, (String) value);
  }

  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }
}

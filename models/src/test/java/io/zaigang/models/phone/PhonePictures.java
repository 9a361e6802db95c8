package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sets of phone pictures as looks at people. */
final class PhonePictures {

  private static final int PERSON = 1;
  private static final int PHONE = 77;
  private static final double SMALLEST_PERSON_PX = 70;
  private static final int MOST_PERSONS = 6;
  private static final Pattern DRIVER = Pattern.compile("driver (p\\d+)");

  private PhonePictures() {}

  /** A set with one label a picture: {@code labels.csv}. */
  static List<LabelledLook> labelled(String set) throws IOException {
    Path folder = Testdata.phones("judge_only/" + set);
    List<LabelledLook> looks = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("labels.csv"));
    for (String line : lines.subList(1, lines.size())) {
      looks.add(look(set, folder, line));
    }
    return looks;
  }

  private static LabelledLook look(String set, Path folder, String line) {
    String[] fields = line.split(",", 3);
    Matcher driver = DRIVER.matcher(line);
    String group = driver.find() ? driver.group(1) : set;
    return new LabelledLook(
        set, group, folder.resolve(fields[0]), null, fields[1].equals("phone_use"));
  }

  /** A set with boxes of all people and phones: {@code instances.json}. */
  static List<LabelledLook> boxed(String set, Path folder) throws IOException {
    JsonNode root =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("instances.json")));
    Map<Integer, List<Box>> persons = new HashMap<>();
    Map<Integer, List<Box>> phones = new HashMap<>();
    for (JsonNode annotation : root.get("annotations")) {
      if (annotation.path("iscrowd").asInt(0) == 1) {
        continue;
      }
      int image = annotation.get("image_id").asInt();
      JsonNode b = annotation.get("bbox");
      Box box =
          new Box(
              b.get(0).asDouble(), b.get(1).asDouble(), b.get(2).asDouble(), b.get(3).asDouble());
      if (annotation.get("category_id").asInt() == PERSON && box.height() >= SMALLEST_PERSON_PX) {
        persons.computeIfAbsent(image, id -> new ArrayList<>()).add(box);
      } else if (annotation.get("category_id").asInt() == PHONE
          && annotation.path("in_use").asBoolean(false)) {
        phones.computeIfAbsent(image, id -> new ArrayList<>()).add(box);
      }
    }
    List<LabelledLook> looks = new ArrayList<>();
    for (JsonNode image : root.get("images")) {
      int id = image.get("id").asInt();
      List<Box> largest =
          persons.getOrDefault(id, List.of()).stream()
              .sorted(Comparator.comparingDouble(Box::area).reversed())
              .limit(MOST_PERSONS)
              .toList();
      List<Box> users =
          phones.getOrDefault(id, List.of()).stream()
              .map(p -> userOf(p, largest))
              .filter(Objects::nonNull)
              .toList();
      Path file = folder.resolve(image.get("file_name").asString());
      for (Box person : largest) {
        looks.add(new LabelledLook(set, set, file, person, users.contains(person)));
      }
    }
    return looks;
  }

  /** Who uses a phone: the person in whose box it lies nearest to the middle. */
  private static @Nullable Box userOf(Box phone, List<Box> persons) {
    return persons.stream()
        .filter(p -> offset(phone, p) <= 0.6)
        .min(Comparator.comparingDouble(p -> offset(phone, p)))
        .orElse(null);
  }

  private static double offset(Box phone, Box person) {
    return Math.hypot(
        (phone.centerX() - person.centerX()) / person.width(),
        (phone.centerY() - person.centerY()) / person.height());
  }
}

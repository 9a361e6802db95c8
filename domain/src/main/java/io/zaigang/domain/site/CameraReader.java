package io.zaigang.domain.site;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code cameras}. Messages never repeat an address: it may hold a password. */
final class CameraReader {

  /** More is video, and no rule gains from it. */
  static final double MAX_ANALYSIS_FPS = 30;

  private static final Pattern ADDRESS =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#]*@)?(?<host>[^/?#@]*).*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");

  private CameraReader() {}

  static @Nullable Camera read(Field field, IdRegister cameraIds) {
    MappingFields fields = field.mapping("id", "name", "url", "analysisFps");
    if (fields == null) {
      return null;
    }
    String id = fields.required("id", cameraIds::claim);
    String name = fields.required("name", Field::name);
    String url = fields.required("url", CameraReader::url);
    Double fps =
        fields.optional(
            "analysisFps", Camera.DEFAULT_ANALYSIS_FPS, f -> f.numberAboveZero(MAX_ANALYSIS_FPS));
    return id == null || name == null || url == null || fps == null
        ? null
        : new Camera(id, name, url, fps);
  }

  private static @Nullable String url(Field field) {
    String url = field.scalar();
    if (url == null) {
      return null;
    }
    if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      return field.problem(PlanMistake.ADDRESS_SPACES);
    }
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return field.problem(PlanMistake.NOT_AN_ADDRESS);
    }
    String scheme = address.group("scheme").toLowerCase(Locale.ROOT);
    if (!scheme.equals("rtsp") && !scheme.equals("rtsps")) {
      return field.problem(PlanMistake.ADDRESS_SCHEME, scheme);
    }
    if (address.group("host").isEmpty()) {
      return field.problem(PlanMistake.ADDRESS_HOST);
    }
    String rest = PLACEHOLDER.matcher(url).replaceAll("");
    return rest.contains("{") || rest.contains("}")
        ? field.problem(PlanMistake.ADDRESS_BRACES)
        : url;
  }
}

package io.zaigang.dashboard.circular;

import io.zaigang.domain.circular.CircularFigures;
import io.zaigang.domain.circular.CircularInputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One text for the same facts: keys in order, no spaces, times in UTC. What is frozen is this text,
 * and its SHA-256 says that it still is.
 */
@Component
class CanonicalJson {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  String text(CircularInputs inputs) {
    return mapper.writeValueAsString(inputs);
  }

  String text(CircularFigures figures) {
    return mapper.writeValueAsString(figures);
  }

  CircularInputs inputs(String text) {
    return mapper.readValue(text, CircularInputs.class);
  }

  CircularFigures figures(String text) {
    return mapper.readValue(text, CircularFigures.class);
  }

  /** Of the text's UTF-8 bytes, in hex. */
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

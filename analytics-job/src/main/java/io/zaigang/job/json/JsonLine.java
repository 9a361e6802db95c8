package io.zaigang.job.json;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object on one line, fields in the order written, numbers as short as they are exact. */
final class JsonLine {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter WITH_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final double LARGEST_EXACT = 1L << 53;

  private final JsonGenerator json;
  private final ZoneId zone;

  private JsonLine(JsonGenerator json, ZoneId zone) {
    this.json = json;
    this.zone = zone;
  }

  static String of(ZoneId zone, Consumer<JsonLine> fields) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      fields.accept(new JsonLine(json, zone));
      json.writeEndObject();
    }
    return text.toString();
  }

  JsonLine text(String name, @Nullable String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonLine instant(String name, @Nullable Instant value) {
    return text(name, value == null ? null : WITH_MILLIS.format(value.atZone(zone)));
  }

  JsonLine number(String name, double value) {
    json.writeName(name);
    number(value);
    return this;
  }

  JsonLine flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonLine texts(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
    return this;
  }

  JsonLine numbers(String name, double... values) {
    json.writeArrayPropertyStart(name);
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
    return this;
  }

  JsonLine object(String name, Consumer<JsonLine> fields) {
    json.writeObjectPropertyStart(name);
    fields.accept(this);
    json.writeEndObject();
    return this;
  }

  <T> JsonLine objects(String name, Collection<T> values, Fields<T> fields) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      fields.write(this, value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  private void number(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  /** Writes the fields of one object of a list. */
  @FunctionalInterface
  interface Fields<T> {
    void write(JsonLine line, T value);
  }
}

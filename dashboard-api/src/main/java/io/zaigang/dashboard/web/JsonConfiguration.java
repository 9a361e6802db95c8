package io.zaigang.dashboard.web;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How answers write times ({@code 2026-03-02T08:41:07.000+08:00}, always with milliseconds), and
 * what texts may not hold: NUL, which PostgreSQL cannot store.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  static final DateTimeFormatter WITH_MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  @Bean
  JacksonModule textsAndTimes() {
    return new SimpleModule("texts-and-times")
        .addSerializer(OffsetDateTime.class, new OffsetDateTimeWithMillis())
        .addDeserializer(String.class, new TextWithoutNul());
  }

  private static final class OffsetDateTimeWithMillis extends ValueSerializer<OffsetDateTime> {
    @Override
    public void serialize(
        OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(WITH_MILLIS.format(value));
    }
  }

  private static final class TextWithoutNul extends ValueDeserializer<String> {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text != null && text.indexOf('\0') >= 0) {
        context.reportInputMismatch(String.class, "A text holds NUL");
      }
      return text;
    }
  }
}

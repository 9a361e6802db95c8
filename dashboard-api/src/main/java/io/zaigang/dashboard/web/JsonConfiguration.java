package io.zaigang.dashboard.web;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How answers write times: {@code 2026-03-02T08:41:07.000+08:00}, always with milliseconds. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  static final DateTimeFormatter WITH_MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  @Bean
  JacksonModule hallTimesModule() {
    return new SimpleModule("hall-times")
        .addSerializer(OffsetDateTime.class, new OffsetDateTimeWithMillis());
  }

  private static final class OffsetDateTimeWithMillis extends ValueSerializer<OffsetDateTime> {
    @Override
    public void serialize(
        OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(WITH_MILLIS.format(value));
    }
  }
}

package io.zaigang.ingest.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Reads instants: ISO-8601 with an offset, never without. */
final class InstantOption {

  private InstantOption() {}

  static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no instant; write it like 2026-03-02T08:30:00+08:00");
    }
  }
}

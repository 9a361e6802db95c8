package io.zaigang.dashboard.incident;

import io.zaigang.dashboard.web.BadRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in the list of incidents: after this one. Opaque to callers, so that it may change.
 *
 * @param startedAt of the last incident of the page before
 * @param id of the last incident of the page before
 */
record IncidentCursor(Instant startedAt, String id) {

  static IncidentCursor after(StoredIncident last) {
    return new IncidentCursor(last.incident().startedAt(), last.incident().id());
  }

  String text() {
    String plain = startedAt.toEpochMilli() + ":" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static IncidentCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      if (colon > 0) {
        Instant startedAt = Instant.ofEpochMilli(Long.parseLong(plain.substring(0, colon)));
        return new IncidentCursor(startedAt, plain.substring(colon + 1));
      }
    } catch (IllegalArgumentException notOurs) {
      // falls through: NumberFormatException is one too
    }
    throw new BadRequest("'before' is not a cursor of this list: pass on 'next' as it was given");
  }
}

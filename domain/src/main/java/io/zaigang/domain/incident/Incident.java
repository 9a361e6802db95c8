package io.zaigang.domain.incident;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing the rules found: what, where, from when to when. The same footage and settings give the
 * same id, however often they are read; a later version of an incident replaces an earlier one.
 *
 * @param id derived, see {@link #idOf}
 * @param windowId the service window; null only for GATHERING in an area
 * @param postIds the posts concerned, in plan order
 * @param areaId the area of a GATHERING, else null
 * @param cameraIds cameras that see the place, in plan order
 * @param startedAt when it really began
 * @param confirmedAt when the rule's threshold was crossed
 * @param endedAt when it was over; null while it goes on
 * @param blindSeconds seconds between start and end that no camera could see
 * @param measure the figures the rule decided on, by name
 */
public record Incident(
    String id,
    IncidentType type,
    @Nullable String windowId,
    List<String> postIds,
    @Nullable String areaId,
    List<String> cameraIds,
    Instant startedAt,
    Instant confirmedAt,
    @Nullable Instant endedAt,
    IncidentStatus status,
    double blindSeconds,
    SortedMap<String, Number> measure) {

  public Incident {
    postIds = List.copyOf(postIds);
    cameraIds = List.copyOf(cameraIds);
    measure = Collections.unmodifiableSortedMap(new TreeMap<>(measure));
    if ((endedAt == null) != (status == IncidentStatus.OPEN)) {
      throw new IllegalArgumentException(
          "Incident " + id + ": OPEN goes with no end, CLOSED with one, not " + status);
    }
  }

  /**
   * Identity of what happened: the first 16 bytes of SHA-256 over type, place and start, in hex.
   *
   * @param place window, post or area id; for PHONE_USE the post id and track
   * @param startedAt rounded to milliseconds
   */
  public static String idOf(IncidentType type, String place, Instant startedAt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(type.name().getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      sha256.update(place.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(startedAt.toEpochMilli()).flip());
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The same incident, over at {@code end}. */
  public Incident closedAt(Instant end, double blindSecondsUntilEnd, Map<String, Number> figures) {
    return new Incident(
        id,
        type,
        windowId,
        postIds,
        areaId,
        cameraIds,
        startedAt,
        confirmedAt,
        end,
        IncidentStatus.CLOSED,
        blindSecondsUntilEnd,
        new TreeMap<>(figures));
  }
}

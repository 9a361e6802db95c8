package io.zaigang.domain.punch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 打卡: someone's punch, as the machine recorded it.
 *
 * @param direction null where the machine does not say which
 */
public record Punch(String personId, Instant at, @Nullable PunchDirection direction) {

  boolean mayBe(PunchDirection wanted) {
    return direction == null || direction == wanted;
  }
}

package io.zaigang.domain.window;

import io.zaigang.domain.phone.PhoneUseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@link ServiceWindowRules} remembers about one service window.
 *
 * <p>Its size is bounded: observations wait here only until the watermark passes them, and what is
 * undecided reaches back no further than the debounce times and {@code blindAfter}.
 *
 * @param watermark nothing at or before this is still to come; null before the first
 * @param pending observations after the watermark, in {@link WindowObservation#ORDER}
 * @param settled what is certain; null before the first observation
 * @param phones the second looks at people on post
 * @param blind cameras whose last picture could not be used, in the order of these pictures
 */
public record WindowState(
    @Nullable Instant watermark,
    List<WindowObservation> pending,
    @Nullable SettledWindow settled,
    PhoneUseState phones,
    List<CameraBlindness> blind) {

  public WindowState {
    pending = List.copyOf(pending);
    blind = List.copyOf(blind);
  }

  /** Nothing seen yet; time starts with the minute of the first observation. */
  public static WindowState initial() {
    return new WindowState(null, List.of(), null, PhoneUseState.INITIAL, List.of());
  }

  /** Nothing seen yet; time starts with the minute of {@code from}, blind until something is. */
  public static WindowState startingAt(Instant from) {
    return new WindowState(
        from.minusMillis(1),
        List.of(),
        SettledWindow.startingWithMinuteOf(from),
        PhoneUseState.INITIAL,
        List.of());
  }
}

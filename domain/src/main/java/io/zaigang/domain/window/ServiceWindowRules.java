package io.zaigang.domain.window;

import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Instant;
import java.util.Optional;

/** The rules for one service window as one pure state machine. */
public final class ServiceWindowRules {

  public ServiceWindowRules(SitePlan plan, ServiceWindow window) {}

  /**
   * Takes one observation; what it leads to comes out of {@link #advance}. Observations may arrive
   * in any order and more than once as long as they are later than the last {@code advance}; an
   * earlier one, or one taken before, changes nothing ({@link WindowState} stays the same object).
   */
  public WindowState observe(WindowState state, WindowObservation observation) {
    throw new UnsupportedOperationException();
  }

  /** Works off everything up to and including {@code watermark}: nothing so early will follow. */
  public WindowStep advance(WindowState state, Instant watermark) {
    throw new UnsupportedOperationException();
  }

  /**
   * The footage ends here: settles what {@link #advance} would still wait for, gives the last,
   * partly blind minute, and leaves open incidents open. Instead of advancing to the end of time.
   */
  public WindowStep finish(WindowState state, Instant end) {
    throw new UnsupportedOperationException();
  }

  /**
   * When {@link #advance} should be called next even if nothing is observed meanwhile; later than
   * the last watermark. Empty before the first observation. A bounded run must stop asking at its
   * end and call {@link #finish}: there is always a next minute.
   */
  public Optional<Instant> nextTimer(WindowState state) {
    throw new UnsupportedOperationException();
  }

  /** The latest settled presence; empty before anything is settled. */
  public Optional<WindowPresence> presence(WindowState state) {
    throw new UnsupportedOperationException();
  }
}

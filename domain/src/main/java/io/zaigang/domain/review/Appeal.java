package io.zaigang.domain.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 申诉 against a confirmed incident.
 *
 * @param by user name of who entered it
 * @param appellant for whom, where that is somebody else; empty otherwise
 * @param decision null while it is open
 */
public record Appeal(
    String by, Instant at, String text, String appellant, @Nullable Decision decision) {

  /** Who decided it, and why; how is the {@link Standing}. */
  public record Decision(String by, Instant at, String text) {}

  static Appeal lodge(Deed deed, String appellant) {
    if (deed.text().isBlank()) {
      throw ReviewRefused.incomplete("An appeal says why");
    }
    return new Appeal(deed.by(), deed.at(), deed.text(), appellant.strip(), null);
  }

  Appeal decided(Deed deed) {
    if (deed.text().isBlank()) {
      throw ReviewRefused.incomplete("A decision says why");
    }
    return new Appeal(by, at, text, appellant, new Decision(deed.by(), deed.at(), deed.text()));
  }
}

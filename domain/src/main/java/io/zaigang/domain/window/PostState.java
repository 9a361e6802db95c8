package io.zaigang.domain.window;

import io.zaigang.domain.presence.PostPresenceState;
import io.zaigang.domain.presence.PostPresenceStep;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.PresenceChange;
import io.zaigang.domain.vacancy.Shortage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ServiceWindowRules} remembers about one post.
 *
 * @param looks what its cameras said
 * @param presence what holds where the window is settled
 * @param ahead changes that are certain, but later than what the window has settled
 * @param unattended the post's own shortage; null: none
 */
public record PostState(
    String postId,
    PostPresenceState looks,
    Presence presence,
    List<PresenceChange> ahead,
    @Nullable Shortage unattended) {

  public PostState {
    ahead = List.copyOf(ahead);
  }

  /** A post nobody has looked at yet. */
  static PostState unseen(String postId) {
    return new PostState(postId, PostPresenceState.INITIAL, Presence.UNKNOWN, List.of(), null);
  }

  /** Takes over what is certain at {@code at}. */
  PostState reaching(Instant at) {
    int due = 0;
    Presence now = presence;
    while (due < ahead.size() && !ahead.get(due).at().isAfter(at)) {
      now = ahead.get(due).presence();
      due++;
    }
    return due == 0
        ? this
        : new PostState(postId, looks, now, ahead.subList(due, ahead.size()), unattended);
  }

  /** With what a step of its presence gave. */
  PostState after(PostPresenceStep step) {
    List<PresenceChange> changes = ahead;
    if (!step.changes().isEmpty()) {
      changes = new ArrayList<>(ahead);
      changes.addAll(step.changes());
    }
    return new PostState(postId, step.state(), presence, changes, unattended);
  }

  PostState withUnattended(@Nullable Shortage shortage) {
    return new PostState(postId, looks, presence, ahead, shortage);
  }
}

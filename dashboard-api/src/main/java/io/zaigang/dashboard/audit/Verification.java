package io.zaigang.dashboard.audit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the register is what it was.
 *
 * @param entries how many were looked at
 * @param firstWrong number of the first entry that was changed, put in or follows one that was
 *     taken out; null where all is well
 * @param problem what is wrong there; null where all is well
 * @param headHash hash of the newest entry. Written down elsewhere now and compared later, it shows
 *     even that the whole chain was made anew
 */
record Verification(
    long entries, @Nullable Long firstWrong, @Nullable String problem, String headHash) {

  /** Walks along the chain. */
  static final class Walk implements Consumer<AuditEvent> {
    private long number;
    private String hash = AuditEvent.FIRST_PREVIOUS;
    private @Nullable Long firstWrong;
    private @Nullable String problem;

    @Override
    public void accept(AuditEvent event) {
      if (event.number() != number + 1) {
        note(number + 1, "entries are missing");
      } else if (!event.previousHash().equals(hash)) {
        note(event.number(), "it does not follow the entry before");
      } else if (!event.hash().equals(event.computedHash())) {
        note(event.number(), "it was changed");
      }
      number = event.number();
      hash = event.hash();
    }

    Verification end(AuditStore.Head head) {
      if (head.number() > number) {
        note(number + 1, "entries are missing at the end");
      } else if (head.number() == number && !head.hash().equals(hash)) {
        note(number, "it is not the entry that was written last");
      }
      return new Verification(number, firstWrong, problem, hash);
    }

    private void note(long where, String what) {
      if (firstWrong == null) {
        firstWrong = where;
        problem = what;
      }
    }
  }
}

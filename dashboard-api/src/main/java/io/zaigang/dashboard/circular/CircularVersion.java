package io.zaigang.dashboard.circular;

import io.zaigang.domain.circular.CircularWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a week's circular as the database keeps it.
 *
 * @param version 1 for the first; a correction is the next
 * @param inputs canonical JSON of {@link io.zaigang.domain.circular.CircularInputs}
 * @param figures canonical JSON of {@link io.zaigang.domain.circular.CircularFigures}
 * @param documentNumber 文号
 * @param issueDate 成文日期
 * @param demands 工作要求, as the supervisor words it; may be empty
 * @param reason why it corrects the version before; null for the first
 * @param signature null while it is a draft
 */
record CircularVersion(
    CircularWeek week,
    int version,
    String inputs,
    String inputsSha256,
    String figures,
    String figuresSha256,
    String documentNumber,
    LocalDate issueDate,
    String demands,
    @Nullable String reason,
    Instant draftedAt,
    String draftedBy,
    @Nullable Signature signature) {

  /** Who signed, and when. */
  record Signature(Instant at, String by, String name) {}

  boolean isSigned() {
    return signature != null;
  }

  /** The draft, counted anew. */
  CircularVersion counted(String newInputs, String newFigures) {
    return new CircularVersion(
        week,
        version,
        newInputs,
        CanonicalJson.sha256(newInputs),
        newFigures,
        CanonicalJson.sha256(newFigures),
        documentNumber,
        issueDate,
        demands,
        reason,
        draftedAt,
        draftedBy,
        signature);
  }
}

package io.zaigang.dashboard.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zaigang.domain.site.SitePlanDiff;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire about plans and their versions. */
final class PlanViews {

  private PlanViews() {}

  /**
   * A version without what it says.
   *
   * @param storedBy user name, or the file it came from
   * @param note why it was made
   */
  record VersionSummary(int number, OffsetDateTime storedAt, String storedBy, String note) {}

  /** A version and its plan. */
  record PlanVersion(
      VersionSummary version, @Schema(implementation = PlanDocument.class) JsonNode plan) {}

  /** One value that differs; null: was not, or is no longer, there. */
  record PlanChange(String path, @Nullable String before, @Nullable String after) {

    static List<PlanChange> of(List<SitePlanDiff.Change> changes) {
      return changes.stream().map(c -> new PlanChange(c.path(), c.before(), c.after())).toList();
    }
  }

  /**
   * A version beside the one before it.
   *
   * @param changes everything that the version changed
   */
  record VersionDetail(VersionSummary version, List<PlanChange> changes) {}

  /**
   * A page of versions, newest first.
   *
   * @param next to be passed as {@code before} for the page after this; null on the last
   */
  record VersionPage(List<VersionSummary> items, @Nullable Integer next) {}

  /**
   * A plan to put in force.
   *
   * @param basedOn the version it was made from
   */
  record PlanChangeRequest(
      int basedOn,
      @NotNull @Size(max = 500) String note,
      @NotNull @Schema(implementation = PlanDocument.class) JsonNode plan) {

    /** Never the plan: it may hold a password. */
    @Override
    public String toString() {
      return "PlanChangeRequest[" + basedOn + "]";
    }
  }

  /** A plan to look at; nothing is stored. One of the two is given. */
  record PlanDraft(
      @Nullable @Size(max = 2_000_000) String yaml,
      @Nullable @Schema(implementation = PlanDocument.class) JsonNode plan) {

    /** Never what it says: it may hold a password. */
    @Override
    public String toString() {
      return "PlanDraft";
    }
  }

  /**
   * What a draft would do.
   *
   * @param problems everything that keeps it from being used
   * @param changes what it would change of the plan in force; empty while there are problems
   * @param plan the draft as JSON; null while there are problems
   */
  record DraftJudged(
      List<PlanProblem> problems,
      List<PlanChange> changes,
      @Nullable @Schema(implementation = PlanDocument.class) JsonNode plan) {}

  /** Puts an earlier version in force again. */
  record Restoration(int basedOn, @NotNull @Size(max = 500) String note) {}
}

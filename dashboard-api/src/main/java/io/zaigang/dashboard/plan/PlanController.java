package io.zaigang.dashboard.plan;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.plan.PlanViews.DraftJudged;
import io.zaigang.dashboard.plan.PlanViews.PlanChange;
import io.zaigang.dashboard.plan.PlanViews.PlanChangeRequest;
import io.zaigang.dashboard.plan.PlanViews.PlanDraft;
import io.zaigang.dashboard.plan.PlanViews.PlanVersion;
import io.zaigang.dashboard.plan.PlanViews.Restoration;
import io.zaigang.dashboard.plan.PlanViews.VersionDetail;
import io.zaigang.dashboard.plan.PlanViews.VersionPage;
import io.zaigang.dashboard.plan.PlanViews.VersionSummary;
import io.zaigang.dashboard.site.SitePlanVersion;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.site.StoredSitePlan;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.SitePlanDiff;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The site plan for administrators: to read, to change, to compare, to take back. */
@RestController
class PlanController {

  private static final String YAML = "application/yaml";
  private static final int PAGE = 50;

  private final SitePlans plans;
  private final PlanEditing editing;
  private final HallTimes times;

  PlanController(SitePlans plans, PlanEditing editing, HallTimes times) {
    this.plans = plans;
    this.editing = editing;
    this.times = times;
  }

  /** The plan in force. */
  @GetMapping("/api/site-plan")
  PlanVersion current() {
    return view(plans.current());
  }

  /**
   * Puts a plan in force. 409 when another version is in force than the one it was made from; 400
   * with {@code problems} (path and message) when it cannot be used.
   */
  @PutMapping("/api/site-plan")
  PlanVersion change(
      @Valid @RequestBody PlanChangeRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user)
      throws PlanRefused {
    SitePlan plan = editing.read(request.plan());
    return view(editing.save(request.basedOn(), plan, user.username(), request.note()));
  }

  /** What a plan, as YAML or JSON, would change; nothing is stored. */
  @PostMapping("/api/site-plan/draft")
  DraftJudged judge(@Valid @RequestBody PlanDraft draft) {
    try {
      SitePlan plan =
          draft.yaml() != null
              ? editing.checked(SitePlanFile.parse(draft.yaml(), "import"))
              : editing.read(draft.plan() == null ? PlanJson.NOTHING : draft.plan());
      return new DraftJudged(
          List.of(),
          PlanChange.of(SitePlanDiff.between(plans.current().plan(), plan)),
          PlanJson.write(plan));
    } catch (SitePlanException e) {
      List<PlanProblem> problems =
          e.found().isEmpty()
              ? e.problems().stream().map(PlanProblem::of).toList()
              : e.found().stream().map(PlanProblem::of).toList();
      return new DraftJudged(problems, List.of(), null);
    } catch (PlanRefused e) {
      return new DraftJudged(e.problems(), List.of(), null);
    }
  }

  /** Versions, newest first. */
  @GetMapping("/api/site-plan/versions")
  VersionPage versions(@RequestParam(defaultValue = "2147483647") int before) {
    List<StoredSitePlan> found = plans.history(before, PAGE + 1);
    List<StoredSitePlan> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
    return new VersionPage(
        page.stream().map(this::summary).toList(),
        found.size() > PAGE ? page.get(PAGE - 1).number() : null);
  }

  /** What a version changed. */
  @GetMapping("/api/site-plan/versions/{number}")
  VersionDetail version(@PathVariable int number) {
    List<PlanChange> changes =
        plans
            .version(number - 1)
            .map(before -> SitePlanDiff.between(before.plan(), existing(number).plan()))
            .map(PlanChange::of)
            .orElse(List.of());
    return new VersionDetail(summary(stored(number)), changes);
  }

  /** Puts an earlier version in force again, as a new version. */
  @PostMapping("/api/site-plan/versions/{number}/restoration")
  PlanVersion restore(
      @PathVariable int number,
      @Valid @RequestBody Restoration wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    SitePlan plan = existing(number).plan();
    return view(editing.save(wanted.basedOn(), plan, user.username(), wanted.note()));
  }

  /** A version as YAML: what import takes, without passwords. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/site-plan/versions/{number}/site.yaml", produces = YAML)
  ResponseEntity<String> yaml(@PathVariable int number) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(YAML + ";charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"site-version-" + number + ".yaml\"")
        .body(existing(number).yaml());
  }

  private PlanVersion view(SitePlanVersion version) {
    return new PlanVersion(summary(stored(version.number())), PlanJson.write(version.plan()));
  }

  private SitePlanVersion existing(int number) {
    return plans.version(number).orElseThrow(() -> unknown(number));
  }

  private StoredSitePlan stored(int number) {
    return plans.history(number + 1, 1).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> unknown(number));
  }

  private VersionSummary summary(StoredSitePlan stored) {
    return new VersionSummary(
        stored.number(), times.at(stored.storedAt()), stored.storedBy(), stored.note());
  }

  private static NotFound unknown(int number) {
    return new NotFound("There is no version " + number + " of the site plan");
  }
}

package io.zaigang.dashboard.circular;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.circular.CircularViews.CircularView;
import io.zaigang.dashboard.circular.CircularViews.WeekSummary;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.domain.circular.CircularWeek;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 周通报, for the supervisor. A week is named by its Monday. */
@RestController
@EnableConfigurationProperties(CircularSettings.class)
class CircularController {

  private final Circulars circulars;
  private final CircularStore store;
  private final CircularFacts facts;
  private final PublishedCorrections published;
  private final CircularViews views;
  private final Clock clock;

  CircularController(
      Circulars circulars,
      CircularStore store,
      CircularFacts facts,
      PublishedCorrections published,
      CircularViews views,
      Clock clock) {
    this.circulars = circulars;
    this.store = store;
    this.facts = facts;
    this.published = published;
    this.views = views;
    this.clock = clock;
  }

  /** What the supervisor has looked at, by the hash of what it was counted from. */
  record SignOff(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String inputsSha256) {}

  record CorrectionReason(@NotBlank @Size(max = 500) String reason) {}

  record CircularDemands(@NotNull @Size(max = 2000) String demands) {}

  /** What a check of a version finds: hashes hold, and the frozen inputs give the same figures. */
  record CircularVerification(
      boolean inputsIntact, boolean figuresIntact, boolean recountsToTheSame) {}

  /** Weeks with a circular, newest first, each by its newest version. */
  @GetMapping("/api/circulars")
  List<WeekSummary> weeks(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(defaultValue = "12") @Min(1) @Max(60) int weeks) {
    LocalDate to = until == null ? clock.instant().atZone(facts.zone()).toLocalDate() : until;
    Map<CircularWeek, CircularVersion> newest = new LinkedHashMap<>();
    store.newestWeeks(to, weeks).forEach(version -> newest.putIfAbsent(version.week(), version));
    if (newest.isEmpty()) {
      return List.of();
    }
    CircularWeek first = Collections.min(newest.keySet());
    CircularWeek last = Collections.max(newest.keySet());
    CircularFacts.Offences offences = facts.offences(first, last);
    List<WeekSummary> list = new ArrayList<>();
    newest
        .values()
        .forEach(
            version ->
                list.add(
                    views.summary(
                        version,
                        version.isSigned() ? published.since(version, offences) : List.of())));
    return list;
  }

  /** Drafts a week's circular, or counts its draft anew. */
  @PostMapping("/api/circulars/{week}/draft")
  CircularView draft(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return views.view(circulars.draft(week(week), user.username()));
  }

  /** The newest version of a week's circular. */
  @GetMapping("/api/circulars/{week}")
  CircularView newest(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week) {
    List<CircularVersion> versions = circulars.versions(week(week));
    return views.view(versions.get(versions.size() - 1));
  }

  /** One version. */
  @GetMapping("/api/circulars/{week}/versions/{version}")
  CircularView version(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version) {
    return views.view(circulars.require(week(week), version));
  }

  /** Counts the frozen inputs of a version again. */
  @GetMapping("/api/circulars/{week}/versions/{version}/verification")
  CircularVerification verify(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version) {
    Circulars.Verified found = circulars.verify(circulars.require(week(week), version));
    return new CircularVerification(
        found.inputsIntact(), found.figuresIntact(), found.recountsToTheSame());
  }

  /** Words the draft's 工作要求. */
  @PutMapping("/api/circulars/{week}/demands")
  CircularView demand(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @Valid @RequestBody CircularDemands demands) {
    return views.view(circulars.demand(week(week), demands.demands().strip()));
  }

  /** Signs the draft; from then on it is frozen. */
  @PostMapping("/api/circulars/{week}/sign-off")
  CircularView sign(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @Valid @RequestBody SignOff signOff,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return views.view(circulars.sign(week(week), signOff.inputsSha256(), user));
  }

  /** Drafts a new version of a signed circular, for what changed since. */
  @PostMapping("/api/circulars/{week}/correction")
  CircularView correct(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @Valid @RequestBody CorrectionReason correction,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return views.view(circulars.correct(week(week), user, correction.reason().strip()));
  }

  static CircularWeek week(LocalDate monday) {
    try {
      return new CircularWeek(monday);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(monday + " is not a Monday: a week is named by its Monday");
    }
  }
}

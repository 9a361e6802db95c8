package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.circular.CircularFigures;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWindow;
import io.zaigang.domain.circular.Correction;
import io.zaigang.domain.circular.Tally;
import io.zaigang.domain.circular.WindowTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Circulars as the API tells of them. */
@Component
class CircularViews {

  private final CanonicalJson json;
  private final Circulars circulars;
  private final PublishedCorrections published;
  private final HallTimes times;

  CircularViews(
      CanonicalJson json, Circulars circulars, PublishedCorrections published, HallTimes times) {
    this.json = json;
    this.circulars = circulars;
    this.published = published;
    this.times = times;
  }

  /** DRAFT follows the facts, SIGNED is frozen. */
  enum Status {
    DRAFT,
    SIGNED
  }

  /**
   * A version, in short.
   *
   * @param reason why it corrects the one before; null for the first
   * @param inputsSha256 of the canonical text it is counted from
   */
  record CircularVersionSummary(
      int version,
      Status status,
      OffsetDateTime draftedAt,
      String draftedBy,
      @Nullable OffsetDateTime signedAt,
      @Nullable String signedBy,
      @Nullable String reason,
      String inputsSha256,
      String figuresSha256) {}

  /**
   * A week in the list: its newest version.
   *
   * @param week its Monday
   * @param changedSince corrections that the newest signed version needs
   */
  record WeekSummary(
      LocalDate week,
      String documentNumber,
      CircularVersionSummary newest,
      Tally tally,
      WindowTime time,
      int letters,
      int changedSince) {}

  /**
   * A version of a week's circular, with everything in it.
   *
   * @param issueDate 成文日期
   * @param demands 工作要求
   * @param corrections of circulars published before, this week's own included
   * @param changedSince what changed since this was signed; for the newest version only
   */
  record CircularView(
      LocalDate week,
      LocalDate lastDay,
      String documentNumber,
      LocalDate issueDate,
      String demands,
      CircularVersionSummary version,
      List<CircularVersionSummary> versions,
      List<CircularWindow> windows,
      CircularFigures figures,
      List<Correction> corrections,
      List<Correction> changedSince) {}

  WeekSummary summary(CircularVersion version, List<Correction> changedSince) {
    CircularFigures figures = json.figures(version.figures());
    return new WeekSummary(
        version.week().monday(),
        version.documentNumber(),
        brief(version),
        figures.total().tally(),
        figures.total().time(),
        figures.repeated().size(),
        changedSince.size());
  }

  CircularView view(CircularVersion version) {
    List<CircularVersion> all = circulars.versions(version.week());
    CircularInputs inputs = json.inputs(version.inputs());
    boolean newest = all.get(all.size() - 1).version() == version.version();
    return new CircularView(
        version.week().monday(),
        version.week().sunday(),
        version.documentNumber(),
        version.issueDate(),
        version.demands(),
        brief(version),
        all.stream().map(this::brief).toList(),
        inputs.windows(),
        json.figures(version.figures()),
        corrections(version, inputs),
        newest ? circulars.pending(version) : List.of());
  }

  /** What a version tells about circulars published before. */
  List<Correction> corrections(CircularVersion version, CircularInputs inputs) {
    return version.version() == 1 ? inputs.corrections() : published.ofItself(version);
  }

  private CircularVersionSummary brief(CircularVersion version) {
    CircularVersion.Signature signature = version.signature();
    return new CircularVersionSummary(
        version.version(),
        signature == null ? Status.DRAFT : Status.SIGNED,
        times.at(version.draftedAt()),
        version.draftedBy(),
        signature == null ? null : times.at(signature.at()),
        signature == null ? null : signature.name(),
        version.reason(),
        version.inputsSha256(),
        version.figuresSha256());
  }
}

package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.circular.CircularCounting;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWeek;
import io.zaigang.domain.circular.Correction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, signs and corrects circulars. A draft follows the facts until it is signed; what is
 * signed never changes, and where the facts change afterwards a new version says so.
 */
@Service
class Circulars {

  /** Who drafts by the clock. */
  static final String SYSTEM = "-";

  private final CircularStore store;
  private final CircularFacts facts;
  private final PublishedCorrections published;
  private final CanonicalJson json;
  private final CircularSettings settings;
  private final Register register;
  private final Clock clock;

  Circulars(
      CircularStore store,
      CircularFacts facts,
      PublishedCorrections published,
      CanonicalJson json,
      CircularSettings settings,
      Register register,
      Clock clock) {
    this.store = store;
    this.facts = facts;
    this.published = published;
    this.json = json;
    this.settings = settings;
    this.register = register;
    this.clock = clock;
  }

  /**
   * The draft of a week, made or counted anew from the facts as they are.
   *
   * @throws Conflict where the week's circular is signed
   */
  @Transactional
  public CircularVersion draft(CircularWeek week, String actor) {
    if (week.start(facts.zone()).isAfter(clock.instant())) {
      throw new BadRequest("The week of " + week.monday() + " has not begun");
    }
    store.lock();
    Optional<CircularVersion> newest = newest(week);
    if (newest.isEmpty()) {
      return add(week, 1, actor, null);
    }
    if (newest.get().isSigned()) {
      throw new Conflict("This circular is signed: what changed since needs a correction");
    }
    return recount(newest.get());
  }

  /**
   * A new version of a signed circular, for what changed since.
   *
   * @throws Conflict where nothing changed, or a correction is being drafted already
   */
  @Transactional
  public CircularVersion correct(CircularWeek week, SignedIn user, String reason) {
    store.lock();
    CircularVersion signed =
        newest(week).orElseThrow(() -> new NotFound("There is no circular of this week"));
    if (!signed.isSigned()) {
      throw new Conflict("Version " + signed.version() + " is still a draft: it follows by itself");
    }
    if (pending(signed).isEmpty()) {
      throw new Conflict("Nothing of this circular has changed since it was signed");
    }
    return add(week, signed.version() + 1, user.username(), reason);
  }

  /**
   * Freezes a draft.
   *
   * @param inputsSha256 of what the supervisor has looked at
   * @throws Conflict where the draft, or the facts, are not those any more
   */
  @Transactional
  public CircularVersion sign(CircularWeek week, String inputsSha256, SignedIn user) {
    store.lock();
    CircularVersion draft = draftOf(week);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (week.end(facts.zone()).isAfter(now)) {
      throw new Conflict("The week runs until Sunday 24:00; it cannot be signed before");
    }
    String current = json.text(currentInputs(week, draft.version()));
    if (!draft.inputsSha256().equals(inputsSha256)
        || !CanonicalJson.sha256(current).equals(inputsSha256)) {
      throw new Conflict(
          "The facts have changed since you looked: count the draft anew and look again");
    }
    store.sign(draft, new CircularVersion.Signature(now, user.username(), user.displayName()));
    register.add(
        AuditEntry.by(user.username(), AuditAction.CIRCULAR_SIGNED)
            .subject(name(draft))
            .detail("inputsSha256", draft.inputsSha256())
            .detail("figuresSha256", draft.figuresSha256()));
    return require(week, draft.version());
  }

  /** What the draft asks of the windows, in the supervisor's words. */
  @Transactional
  public CircularVersion demand(CircularWeek week, String demands) {
    store.lock();
    CircularVersion draft = draftOf(week);
    store.update(
        new CircularVersion(
            draft.week(),
            draft.version(),
            draft.inputs(),
            draft.inputsSha256(),
            draft.figures(),
            draft.figuresSha256(),
            draft.documentNumber(),
            draft.issueDate(),
            demands,
            draft.reason(),
            draft.draftedAt(),
            draft.draftedBy(),
            null));
    return require(week, draft.version());
  }

  /** What changed since a version was signed; nothing for a draft. */
  List<Correction> pending(CircularVersion version) {
    return version.isSigned()
        ? published.since(version, facts.offences(version.week(), version.week()))
        : List.of();
  }

  CircularVersion require(CircularWeek week, int version) {
    return store
        .find(week, version)
        .orElseThrow(() -> new NotFound("There is no such version of this week's circular"));
  }

  List<CircularVersion> versions(CircularWeek week) {
    List<CircularVersion> versions = store.versions(week);
    if (versions.isEmpty()) {
      throw new NotFound("There is no circular of this week");
    }
    return versions;
  }

  /** Counts the frozen inputs again: the same figures must come out. */
  Verified verify(CircularVersion version) {
    String recounted = json.text(CircularCounting.count(json.inputs(version.inputs())));
    return new Verified(
        CanonicalJson.sha256(version.inputs()).equals(version.inputsSha256()),
        CanonicalJson.sha256(version.figures()).equals(version.figuresSha256()),
        recounted.equals(version.figures()));
  }

  /** What a check of a version finds. */
  record Verified(boolean inputsIntact, boolean figuresIntact, boolean recountsToTheSame) {}

  private CircularVersion recount(CircularVersion draft) {
    CircularVersion counted = count(draft, currentInputs(draft.week(), draft.version()));
    if (!counted.inputsSha256().equals(draft.inputsSha256())) {
      store.update(counted);
    }
    return counted;
  }

  private CircularVersion add(CircularWeek week, int version, String actor, @Nullable String why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate today = now.atZone(facts.zone()).toLocalDate();
    LocalDate meeting = week.next().monday();
    CircularVersion empty =
        new CircularVersion(
            week,
            version,
            "",
            "",
            "",
            "",
            "%s〔%d〕%d号".formatted(settings.numberPrefix(), week.year(), week.number()),
            version == 1 || today.isBefore(meeting) ? meeting : today,
            "",
            why,
            now,
            actor,
            null);
    CircularVersion draft = count(empty, currentInputs(week, version));
    store.add(draft);
    register.add(
        AuditEntry.by(actor, AuditAction.CIRCULAR_DRAFTED).subject(name(draft)).reason(why));
    return draft;
  }

  private CircularVersion count(CircularVersion draft, CircularInputs inputs) {
    return draft.counted(json.text(inputs), json.text(CircularCounting.count(inputs)));
  }

  private CircularInputs currentInputs(CircularWeek week, int version) {
    CircularFacts.Offences offences = facts.offences(week, week);
    if (version == 1) {
      return offences.inputs(week, facts.windows(week), published.toTell(week));
    }
    CircularInputs before = json.inputs(require(week, version - 1).inputs());
    return offences.heldSince(before).inputs(week, facts.windows(week), List.of());
  }

  private Optional<CircularVersion> newest(CircularWeek week) {
    List<CircularVersion> versions = store.versions(week);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  private CircularVersion draftOf(CircularWeek week) {
    return newest(week)
        .filter(version -> !version.isSigned())
        .orElseThrow(() -> new Conflict("There is no draft of this week's circular"));
  }

  static String name(CircularVersion version) {
    return version.week().monday() + "/" + version.version();
  }
}

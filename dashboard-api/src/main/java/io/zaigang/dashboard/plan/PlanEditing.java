package io.zaigang.dashboard.plan;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.site.SitePlanVersion;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.SitePlanDiff;
import io.zaigang.domain.site.SitePlanReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Changes the site plan; every change is a version and an entry of the register. */
@Service
class PlanEditing {

  private static final int PATHS_TOLD = 20;

  private final SitePlans plans;
  private final CameraAddressRules addresses;
  private final Register register;
  private final TransactionTemplate transactions;

  PlanEditing(
      SitePlans plans,
      CameraAddressRules addresses,
      Register register,
      TransactionTemplate transactions) {
    this.plans = plans;
    this.addresses = addresses;
    this.register = register;
    this.transactions = transactions;
  }

  /** The plan that was sent; every problem at once. */
  SitePlan read(JsonNode json) throws PlanRefused {
    SitePlanReading reading = PlanJson.read(json);
    if (reading.plan().isEmpty()) {
      throw new PlanRefused(reading.problems().stream().map(PlanProblem::of).toList());
    }
    return checked(reading.plan().get());
  }

  /** The same plan, if its cameras are where cameras may be and duty is left to duty. */
  SitePlan checked(SitePlan plan) throws PlanRefused {
    List<PlanProblem> problems = new ArrayList<>(addresses.check(plan, plans.current().plan()));
    if (!plan.closures().isEmpty()) {
      problems.add(
          new PlanProblem("closures", 0, SitePlans.NO_CLOSURES, "CLOSURES_ELSEWHERE", List.of()));
    }
    if (!problems.isEmpty()) {
      throw new PlanRefused(problems);
    }
    return plan;
  }

  /** Stores and puts in force. */
  SitePlanVersion save(int basedOn, SitePlan plan, String author, String note) {
    SitePlanVersion before = plans.current();
    SitePlanVersion after =
        Objects.requireNonNull(
            transactions.execute(
                transaction -> {
                  SitePlanVersion version = plans.change(basedOn, plan, author, note);
                  if (version.number() != before.number()) {
                    register.add(entry(before, version, author, note));
                  }
                  return version;
                }));
    plans.inForce(after);
    return after;
  }

  private static AuditEntry entry(
      SitePlanVersion before, SitePlanVersion after, String author, String note) {
    List<SitePlanDiff.Change> changes = SitePlanDiff.between(before.plan(), after.plan());
    String paths =
        changes.stream()
            .limit(PATHS_TOLD)
            .map(SitePlanDiff.Change::path)
            .collect(Collectors.joining(", "));
    return AuditEntry.by(author, AuditAction.SITE_PLAN_CHANGED)
        .subject("version " + after.number())
        .reason(note.isBlank() ? null : note)
        .detail("changes", Integer.toString(changes.size()))
        .detail("paths", changes.size() > PATHS_TOLD ? paths + ", …" : paths);
  }
}

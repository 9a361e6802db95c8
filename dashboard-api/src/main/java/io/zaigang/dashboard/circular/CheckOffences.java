package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.spotcheck.CheckFinding;
import io.zaigang.dashboard.spotcheck.CheckFindings;
import io.zaigang.domain.circular.Evidence;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.site.ServiceWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What checks found. A finding is of the week in which it was found: the check looks at footage of
 * days before, whose circular may be out already.
 */
@Component
class CheckOffences implements OffenceSource {

  private final CheckFindings findings;
  private final SitePlans plans;

  CheckOffences(CheckFindings findings, SitePlans plans) {
    this.findings = findings;
    this.plans = plans;
  }

  @Override
  public List<Offence> offences(Instant from, Instant to) {
    return findings.foundIn(from, to).stream().map(this::offence).toList();
  }

  private Offence offence(CheckFinding finding) {
    Optional<ServiceWindow> window = plans.current().plan().window(finding.windowId());
    return new Offence(
        "check/" + finding.checkId() + "/" + finding.item(),
        OffenceKind.CHECK_FINDING,
        finding.windowId(),
        window.map(ServiceWindow::unit).orElse(null),
        List.of(),
        finding.from(),
        finding.to(),
        finding.checkedAt(),
        0,
        null,
        Evidence.without(
            window.map(w -> List.copyOf(w.cameraIds())).orElse(List.of()),
            finding.item().words() + "：" + finding.remark()));
  }
}

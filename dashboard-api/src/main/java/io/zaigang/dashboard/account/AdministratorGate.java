package io.zaigang.dashboard.account;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Keeps a dashboard that nobody could administer from starting, unless the first administrator is
 * to be made on the page.
 */
@Component
@ConditionalOnProperty(name = "zaigang.require-administrator", matchIfMissing = true)
class AdministratorGate {

  AdministratorGate(Accounts accounts, ZaigangSettings settings) {
    if (!settings.setupPage() && !accounts.haveAdministrator()) {
      throw new StartupProblem(Accounts.noAdministrator(settings.dataDir()));
    }
  }
}

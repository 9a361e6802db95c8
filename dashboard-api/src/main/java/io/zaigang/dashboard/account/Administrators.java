package io.zaigang.dashboard.account;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps a dashboard that nobody could administer from starting. */
@Component
@ConditionalOnProperty(name = "zaigang.require-administrator", matchIfMissing = true)
class Administrators {

  Administrators(AccountStore accounts, ZaigangSettings settings) {
    if (accounts.countEnabled(Role.ADMIN) == 0) {
      throw new StartupProblem(missing(settings.dataDir().toString()));
    }
  }

  /** What to do, in one sentence. */
  static String missing(String dataDir) {
    return "There is no administrator yet. Create one first: deploy/zaigang account create-admin"
        + " --data "
        + dataDir
        + " --username NAME --generate";
  }
}

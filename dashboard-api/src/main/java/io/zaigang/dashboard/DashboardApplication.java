package io.zaigang.dashboard;

import io.zaigang.dashboard.cli.AccountMain;
import io.zaigang.dashboard.settings.StartupChecks;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.site.SitePlans;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The desk's back end.
 *
 * <p>Exit codes: 0 stopped when asked to, 2 something the operator can mend (one clear line on
 * stderr), 1 anything else.
 */
@SpringBootApplication(
    exclude = UserDetailsServiceAutoConfiguration.class, // accounts are ours: no generated password
    proxyBeanMethods = false)
@EnableConfigurationProperties(ZaigangSettings.class)
@EnableScheduling
public class DashboardApplication {

  private static final int OPERATOR_MUST_ACT = 2;

  /**
   * Starts the dashboard, settings as {@code --name=value}; or, where the first argument is no
   * setting, does that {@linkplain AccountMain command about accounts}.
   */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && !arguments[0].contains("=")) {
      AccountMain.main(arguments);
      return;
    }
    try {
      application().run(arguments);
    } catch (Throwable failure) {
      Optional<StartupProblem> problem = StartupProblems.in(failure);
      problem.ifPresent(StartupProblems::print);
      System.exit(problem.isPresent() ? OPERATOR_MUST_ACT : 1);
    }
  }

  static SpringApplication application() {
    SpringApplication application = new SpringApplication(DashboardApplication.class);
    application.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> new StartupChecks(event.getEnvironment(), SitePlans::load).run());
    return application;
  }
}

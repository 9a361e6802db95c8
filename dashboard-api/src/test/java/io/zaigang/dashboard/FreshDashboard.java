package io.zaigang.dashboard;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties the database before each test and hands out {@link Desks}. */
final class FreshDashboard implements BeforeEachCallback, ParameterResolver {

  @Override
  public void beforeEach(ExtensionContext test) {
    JdbcTemplate jdbc = context(test).getBean(JdbcTemplate.class);
    jdbc.execute(
        """
        set session_replication_role = replica;
        truncate incident, window_presence, occupancy_minute, sign_in_session, sign_in_failure,
            account_role, account, audit_event cascade;
        update audit_head set last_number = 0, last_hash = repeat('0', 64);
        set session_replication_role = default;
        """);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Desks.class;
  }

  @Override
  public Desks resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return new Desks(context(test));
  }

  private static ApplicationContext context(ExtensionContext test) {
    return SpringExtension.getApplicationContext(test);
  }
}

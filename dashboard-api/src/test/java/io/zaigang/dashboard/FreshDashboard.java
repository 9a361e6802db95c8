package io.zaigang.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

/**
 * Empties the database before each test and the footage before each class, and hands out {@link
 * Desks}.
 */
final class FreshDashboard implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private static final String EMPTY_EVERY_TABLE =
      """
      do $$ begin
        set local session_replication_role = replica;
        execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
            || ' cascade'
          from pg_tables
          where schemaname = current_schema()
            and tablename not in
              ('flyway_schema_history', 'audit_head', 'change_counter', 'site_plan_version',
                'site_plan_file', 'camera_secret'));
        update audit_head set last_number = 0, last_hash = repeat('0', 64);
      end $$
      """;

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    FileSystemUtils.deleteRecursively(Installation.DATA.resolve("footage"));
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    // the first start printed one; the sign-in page would ask for it
    Files.deleteIfExists(Installation.DATA.resolve("secrets/setup-token"));
    context(test).getBean(JdbcTemplate.class).execute(EMPTY_EVERY_TABLE);
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

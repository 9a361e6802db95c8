package io.zaigang.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.database.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCrypt;

class AccountMainIT {

  @TempDir private static Path data;

  private record Answer(int code, String out, String err) {}

  private static Answer run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AccountMain.Console console =
        new AccountMain.Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of());
    int code = AccountMain.run(console, arguments);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String hashOf(String username) {
    return Databases.with(
        data,
        Map.of(),
        database ->
            new JdbcTemplate(database)
                .queryForObject(
                    "select password_hash from account where username = ?",
                    String.class,
                    username));
  }

  @Test
  void worksWhileNobodyRunsTheDatabase() {
    Answer made =
        run("", "create-admin", "--data", data.toString(), "--username", "other", "--generate");

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  /** The commands are guests of whoever owns the database, as of a running dashboard. */
  @Test
  void makesTheFirstAdministratorAndSetsForgottenPasswords() {
    try (EmbeddedDatabase running = EmbeddedDatabase.own(data)) {
      assertThat(running.url()).isNotEmpty();
      makeAndReset();
    }
  }

  private static void makeAndReset() {
    Answer made =
        run("", "create-admin", "--data", data.toString(), "--username", "admin", "--generate");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out().strip()).matches("[a-zA-Z0-9]{16}");
    assertThat(BCrypt.checkpw(made.out().strip(), hashOf("admin"))).isTrue();
    assertThat(run("", "has-admin", "--data", data.toString()).code()).isZero();

    Answer twice =
        run("", "create-admin", "--data", data.toString(), "--username", "ADMIN", "--generate");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("There is an account named 'ADMIN' already");

    Answer weak =
        run(
            "short\n",
            "reset-password",
            "--data",
            data.toString(),
            "--username",
            "admin",
            "--password-stdin");
    assertThat(weak.code()).isEqualTo(2);
    assertThat(weak.err()).contains("at least 10 characters");

    Answer reset =
        run(
            "a much better one\n",
            "reset-password",
            "--data",
            data.toString(),
            "--username",
            "admin",
            "--password-stdin");
    assertThat(reset.code()).as(reset.err()).isZero();
    assertThat(BCrypt.checkpw("a much better one", hashOf("admin"))).isTrue();

    Answer again =
        run(
            "a much better one\n",
            "create-admin",
            "--data",
            data.toString(),
            "--username",
            "admin",
            "--password-stdin");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void saysWhatToDoWhereThereIsNoAdministrator(@TempDir Path fresh) {
    Answer answer = run("", "has-admin", "--data", fresh.toString());

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("create-admin --data " + fresh);
  }

  @Test
  void explainsACallThatIsWrong() {
    for (List<String> call :
        List.of(
            List.of("create-admin"),
            List.of("create-admin", "--data", "x"),
            List.of("has-admin", "--data", "/dev/null/x"),
            List.of(
                "create-admin", "--data", "x", "--username", "y", "--generate", "--password-stdin"),
            List.of("create-admin", "--password", "on the command line"),
            List.of("no-such-command"))) {
      Answer answer = run("", call.toArray(String[]::new));
      assertThat(answer.code()).as(call.toString()).isEqualTo(2);
      assertThat(answer.err().strip().lines()).hasSize(1);
    }
  }
}

package io.zaigang.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  /** One for all: unpacking the server takes longer than all tests together. */
  @TempDir private static Path data;

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }

  private static String ask(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = connect(database);
        ResultSet answer = connection.createStatement().executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private boolean runs() throws IOException {
    return Postmaster.running(data.resolve("postgres")).isPresent();
  }

  @Test
  void keepsItsDataAndLetsNobodyInWithoutThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.own(data)) {
      try (Connection connection = connect(database)) {
        connection
            .createStatement()
            .execute("create table if not exists kept as select 42 as answer");
      }
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      for (String password : new String[] {"", "postgres", "wrong"}) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.url(), "postgres", password).close())
            .isInstanceOf(SQLException.class);
      }
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("secrets/database-password"))))
          .isEqualTo("rw-------");
    }
    assertThat(runs()).isFalse();

    try (EmbeddedDatabase again = EmbeddedDatabase.own(data)) {
      assertThat(ask(again, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aGuestConnectsWithoutStoppingWhatItDoesNotOwn() throws Exception {
    try (EmbeddedDatabase owner = EmbeddedDatabase.own(data)) {
      try (EmbeddedDatabase guest = EmbeddedDatabase.ownOrJoin(data)) {
        assertThat(ask(guest, "select 1")).isEqualTo("1");
      }
      assertThat(ask(owner, "select 2")).isEqualTo("2");
    }
  }

  @Test
  void takesOverFromAnOwnerThatWasKilled() throws Exception {
    try (JavaProcess holder = JavaProcess.start(data, DatabaseHolder.class, data.toString())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> holder.output().contains("open jdbc"));
      holder.kill();
    }
    assertThat(runs()).as("the server outlives its owner").isTrue();

    try (EmbeddedDatabase database = EmbeddedDatabase.own(data)) {
      assertThat(ask(database, "select 3")).isEqualTo("3");
    }
    assertThat(runs()).isFalse();
  }

  @Test
  void aPidFileThatADeadServerLeftDoesNotMatter() throws Exception {
    EmbeddedDatabase.own(data).close();
    Files.writeString(
        data.resolve("postgres/postmaster.pid"),
        "999999999\n" + data + "/postgres\n1772413200\n5432\n\n127.0.0.1\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.own(data)) {
      assertThat(ask(database, "select 4")).isEqualTo("4");
    }
  }
}

package io.zaigang.dashboard.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A backup of a dashboard at work, wiped and restored. */
@DashboardTest
class BackupIT {

  private static final String INCIDENT =
      """
      [{"id":"v-1","type":"VACANCY","windowId":"w03","postIds":["w03-a"],"areaId":null,\
      "cameraIds":["cam-01"],"startedAt":"2026-03-02T08:41:07.000+08:00",\
      "confirmedAt":"2026-03-02T08:46:07.000+08:00","endedAt":null,"status":"OPEN",\
      "blindSeconds":0,"measure":{"minOnPost":1,"seen":0}}]""";

  @TempDir private Path folder;

  @Test
  void everythingIsThereAgain(Desks desks) throws Exception {
    Path before = installation();
    desks.job().post("/internal/incidents", INCIDENT);
    desks.signedInAs("王管理", Role.ADMIN);
    DataSource database = desks.bean(DataSource.class);

    Path file = folder.resolve("monday.backup");
    new Backup(before, database).write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path after = Files.createDirectory(folder.resolve("after"));
    Map<String, List<String>> restored = restore(file, after);
    assertThat(restored).isEqualTo(rows(database));
    assertThat(restored.get("account")).singleElement().asString().contains("王管理");
    assertThat(after.resolve("evidence/2026/v-1.mp4")).hasContent("clip");
    assertThat(after.resolve("holds/a.json")).hasContent("{}");
    assertThat(after.resolve("footage")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(after.resolve("secrets/service-token"))))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> restore(file, after))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("holds an installation already (1 accounts)");
  }

  @Test
  void anAlteredOrTruncatedBackupIsRefusedBeforeAnythingIsWritten(Desks desks) throws Exception {
    Path file = folder.resolve("b");
    new Backup(installation(), desks.bean(DataSource.class)).write(file);
    byte[] whole = Files.readAllBytes(file);

    byte[] altered = whole.clone();
    int clip = indexOf(altered, "files/evidence/2026/v-1.mp4") + 28;
    altered[clip] ^= 1;
    assertThatThrownBy(() -> Restore.open(Files.write(folder.resolve("altered"), altered)))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("altered or damaged: entry files/evidence/2026/v-1.mp4");

    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> Restore.open(Files.write(folder.resolve("half"), half)))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("is no backup");
  }

  @Test
  void aBackupOfNewerSoftwareOrThatLeadsElsewhereIsRefused() throws Exception {
    Path newer = forged("newer", "999999", List.of());
    assertThatThrownBy(() -> restore(newer, Files.createDirectory(folder.resolve("n"))))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("newer software");

    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    Path out = forged("out", "1", List.of(new BackupManifest.Entry("files/../x", 0, empty)));
    try (Restore restore = Restore.open(out)) {
      Path target = Files.createDirectory(folder.resolve("t"));
      assertThatThrownBy(() -> restore.files(target))
          .isInstanceOf(StartupProblem.class)
          .hasMessageContaining("leads elsewhere: files/../x");
    }
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private Path installation() throws IOException {
    Path dir = Files.createDirectory(folder.resolve("before"));
    Files.createDirectories(dir.resolve("evidence/2026"));
    Files.writeString(dir.resolve("evidence/2026/v-1.mp4"), "clip");
    Files.createDirectories(dir.resolve("holds"));
    Files.writeString(dir.resolve("holds/a.json"), "{}");
    Files.createDirectories(dir.resolve("secrets"));
    Files.writeString(dir.resolve("secrets/service-token"), "t0ken");
    Files.writeString(dir.resolve("secrets/database-password"), "of the old server");
    Files.createDirectories(dir.resolve("footage/cam-01"));
    Files.writeString(dir.resolve("footage/cam-01/1-1.mp4"), "much");
    return dir;
  }

  private static Map<String, List<String>> restore(Path file, Path into) throws IOException {
    try (Restore restore = Restore.open(file)) {
      Map<String, List<String>> rows =
          Databases.unmigrated(
              into,
              Map.of(),
              database -> {
                try {
                  restore.database(database);
                  return rows(database);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      restore.files(into);
      return rows;
    }
  }

  /** Every row of every table, as text. */
  private static Map<String, List<String>> rows(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : new Tables(jdbc).inOrder()) {
      rows.put(
          table,
          jdbc.queryForList("select t::text from \"" + table + "\" t order by 1", String.class));
    }
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private Path forged(String name, String schema, List<BackupManifest.Entry> entries)
      throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (BackupManifest.Entry entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.name()));
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(new BackupManifest(1, "2026-03-02T00:00:00Z", schema, List.of(), entries).json());
    }
    return file;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}

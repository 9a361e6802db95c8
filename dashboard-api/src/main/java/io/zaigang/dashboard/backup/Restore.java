package io.zaigang.dashboard.backup;

import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings a {@link Backup} back, into an installation that has nothing yet. Every byte is checked
 * against the manifest before anything is written; the database comes back in one transaction, at
 * the version it had, and is then brought up to date.
 */
public final class Restore implements AutoCloseable {

  private static final String DATABASE = "database/";
  private static final String FILES = "files/";

  private final ZipFile backup;
  private final BackupManifest manifest;

  private Restore(ZipFile backup, BackupManifest manifest) {
    this.backup = backup;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and checks all of it.
   *
   * @throws StartupProblem when it is none, incomplete, or altered; it says which entry
   */
  public static Restore open(Path file) throws IOException {
    ZipFile backup;
    try {
      backup = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new StartupProblem(file + " is no backup: " + e.getMessage());
    }
    try {
      Restore restore = new Restore(backup, BackupManifest.read(backup));
      restore.verify();
      return restore;
    } catch (IOException | RuntimeException e) {
      backup.close();
      throw e;
    }
  }

  private void verify() throws IOException {
    if (backup.size() != manifest.entries().size() + 1) {
      throw new StartupProblem(
          "%s holds %d entries, its manifest names %d"
              .formatted(backup.getName(), backup.size() - 1, manifest.entries().size()));
    }
    for (BackupManifest.Entry entry : manifest.entries()) {
      HashingOutputStream hashing = new HashingOutputStream(OutputStream.nullOutputStream());
      try (InputStream in = input(entry)) {
        in.transferTo(hashing);
      } catch (ZipException e) {
        throw altered(entry);
      }
      if (hashing.bytes() != entry.bytes() || !hashing.sha256().equals(entry.sha256())) {
        throw altered(entry);
      }
    }
  }

  private StartupProblem altered(BackupManifest.Entry entry) {
    return new StartupProblem(
        "%s was altered or damaged: entry %s; use another copy"
            .formatted(backup.getName(), entry.name()));
  }

  private InputStream input(BackupManifest.Entry entry) throws IOException {
    ZipEntry found = backup.getEntry(entry.name());
    if (found == null) {
      throw new StartupProblem(backup.getName() + " lacks its entry " + entry.name());
    }
    return backup.getInputStream(found);
  }

  /**
   * Fills the database, which must hold nothing, then brings it up to date.
   *
   * @throws StartupProblem when it holds something, or is older software than the backup's
   */
  public void database(DataSource database) throws SQLException, IOException {
    MigrationVersion version = MigrationVersion.fromVersion(manifest.schema());
    boolean known =
        Arrays.stream(Flyway.configure().dataSource(database).load().info().all())
            .anyMatch(migration -> version.equals(migration.getVersion()));
    if (!known) {
      throw new StartupProblem(
          "The backup was made by newer software (tables of version %s); restore it with that"
              .formatted(manifest.schema()));
    }
    Flyway.configure().dataSource(database).target(version).load().migrate();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      fill(connection);
      connection.commit();
    }
    Flyway.configure().dataSource(database).load().migrate();
  }

  private void fill(Connection connection) throws SQLException, IOException {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    Tables tables = new Tables(jdbc);
    List<String> inOrder = tables.inOrder();
    refuseIfInUse(jdbc);
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      jdbc.update("delete from \"" + inOrder.get(i) + "\""); // rows that the migrations made
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    for (String table : inOrder) {
      copyIn(copies, tables, table);
    }
    for (BackupManifest.Sequence sequence : manifest.sequences()) {
      jdbc.queryForObject(
          "select setval(quote_ident(?)::regclass, ?, ?)",
          Long.class,
          sequence.name(),
          sequence.lastValue(),
          sequence.called());
    }
  }

  private void copyIn(CopyManager copies, Tables tables, String table)
      throws SQLException, IOException {
    for (BackupManifest.Entry entry : manifest.entries()) {
      if (entry.name().equals(DATABASE + table)) {
        try (InputStream in = input(entry)) {
          copies.copyIn("copy " + tables.copyTarget(table) + " from stdin", in);
        }
      }
    }
  }

  private static void refuseIfInUse(JdbcTemplate jdbc) {
    Long accounts = jdbc.queryForObject("select count(*) from account", Long.class);
    if (accounts != null && accounts > 0) {
      throw new StartupProblem(
          "The database holds an installation already (%d accounts); restore into an empty one"
              .formatted(accounts));
    }
  }

  /** Writes the files into a data directory; a name that leads out of it is refused. */
  public int files(Path dataDir) throws IOException {
    int written = 0;
    for (BackupManifest.Entry entry : manifest.entries()) {
      if (entry.name().startsWith(FILES)) {
        write(entry, dataDir);
        written++;
      }
    }
    return written;
  }

  private void write(BackupManifest.Entry entry, Path dataDir) throws IOException {
    Path file = dataDir.resolve(entry.name().substring(FILES.length())).normalize();
    if (!file.startsWith(dataDir) || file.equals(dataDir)) {
      throw new StartupProblem("The backup has an entry that leads elsewhere: " + entry.name());
    }
    boolean secret = dataDir.relativize(file).startsWith("secrets");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (secret) {
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (InputStream in = input(entry);
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    backup.close();
  }
}

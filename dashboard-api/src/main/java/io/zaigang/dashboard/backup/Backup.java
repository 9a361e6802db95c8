package io.zaigang.dashboard.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes one file with everything of an installation but its footage: the whole database as of one
 * moment, evidence, holds, secrets. The dashboard may go on meanwhile.
 *
 * <p>The file appears under its name when it is complete. It holds secrets, so only its owner may
 * read it.
 */
public final class Backup {

  /** What is elsewhere, or made anew by itself. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "footage",
          "postgres",
          "postgres-server",
          "postgres.lock",
          "checkpoints",
          "cache",
          "logs",
          "run",
          "demo");

  /** The embedded server that receives a backup has a password of its own. */
  private static final Path OWN_PASSWORD = Path.of("secrets", "database-password");

  private final Path dataDir;
  private final DataSource database;
  private final List<BackupManifest.Entry> entries = new ArrayList<>();

  public Backup(Path dataDir, DataSource database) {
    this.dataDir = dataDir;
    this.database = database;
  }

  /** Writes it; returns how many entries it has. */
  public int write(Path file) throws IOException, SQLException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (OutputStream out =
              new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.WRITE));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        BackupManifest manifest = database(zip);
        files(zip);
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return entries.size();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private BackupManifest database(ZipOutputStream zip) throws IOException, SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      Tables tables = new Tables(jdbc);
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : tables.inOrder()) {
        String order = "copy " + tables.copyTarget(table) + " to stdout";
        entry(zip, "database/" + table, out -> copyOut(copies, order, out));
      }
      return new BackupManifest(
          BackupManifest.FORMAT, Instant.now().toString(), schema(jdbc), sequences(jdbc), entries);
    }
  }

  private static void copyOut(CopyManager copies, String order, OutputStream out)
      throws IOException {
    try {
      copies.copyOut(order, out);
    } catch (SQLException e) {
      throw new IOException("Copying a table: " + e.getMessage(), e);
    }
  }

  private static String schema(JdbcTemplate jdbc) {
    return String.valueOf(
        jdbc.queryForObject(
            "select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1",
            String.class));
  }

  private static List<BackupManifest.Sequence> sequences(JdbcTemplate jdbc) {
    return jdbc.query(
        "select sequencename, coalesce(last_value, start_value) as value,"
            + " last_value is not null as called"
            + " from pg_sequences where schemaname = current_schema()",
        (row, index) ->
            new BackupManifest.Sequence(
                row.getString("sequencename"), row.getLong("value"), row.getBoolean("called")));
  }

  private void files(ZipOutputStream zip) throws IOException {
    try (Stream<Path> all = Files.walk(dataDir)) {
      for (Path file : all.filter(this::belongs).sorted().toList()) {
        String name = "files/" + dataDir.relativize(file).toString().replace('\\', '/');
        entry(zip, name, out -> Files.copy(file, out));
      }
    }
  }

  private boolean belongs(Path file) {
    Path relative = dataDir.relativize(file);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !LEFT_OUT.contains(relative.getName(0).toString())
        && !relative.equals(OWN_PASSWORD);
  }

  private void entry(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    HashingOutputStream hashing = new HashingOutputStream(zip);
    content.writeTo(hashing);
    zip.closeEntry();
    entries.add(new BackupManifest.Entry(name, hashing.bytes(), hashing.sha256()));
  }

  /** What goes into an entry. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}

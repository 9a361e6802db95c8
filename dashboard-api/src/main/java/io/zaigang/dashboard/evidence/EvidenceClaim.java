package io.zaigang.dashboard.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to work on the evidence of one incident, among all copies of the dashboard: a lock of
 * PostgreSQL's that ends with the connection, so that a killed dashboard leaves nothing claimed.
 */
final class EvidenceClaim implements AutoCloseable {

  /** Keeps these locks apart from others' in the same database: "EVID". */
  private static final int FAMILY = 0x45564944;

  private final Connection connection;
  private final String incidentId;

  private EvidenceClaim(Connection connection, String incidentId) {
    this.connection = connection;
    this.incidentId = incidentId;
  }

  /** Empty where somebody else works on it. */
  static Optional<EvidenceClaim> of(DataSource database, String incidentId) throws SQLException {
    Connection connection = database.getConnection();
    EvidenceClaim claim = new EvidenceClaim(connection, incidentId);
    try {
      if (claim.call("select pg_try_advisory_lock(?, hashtext(?))")) {
        return Optional.of(claim);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  private boolean call(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, FAMILY);
      statement.setString(2, incidentId);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      call("select pg_advisory_unlock(?, hashtext(?))");
    } finally {
      connection.close();
    }
  }
}

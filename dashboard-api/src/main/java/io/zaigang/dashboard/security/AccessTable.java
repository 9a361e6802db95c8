package io.zaigang.dashboard.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.zaigang.dashboard.account.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what below {@code /api/}: the first line that fits decides, and what no line names
 * is refused to everybody. The OpenAPI file repeats it as {@code x-roles}, and a test goes through
 * every route with every role.
 */
final class AccessTable {

  private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

  /** All but the people at the windows, who see what is theirs below {@code /api/my}. */
  private static final Set<Role> HALL = EnumSet.complementOf(EnumSet.of(Role.STAFF));

  /** Of those, all but the auditor, who looks at the register and at no footage. */
  private static final Set<Role> FOOTAGE =
      EnumSet.of(Role.DESK, Role.APPROVER, Role.SUPERVISOR, Role.ADMIN);

  /**
   * One line.
   *
   * @param method null for all
   */
  record Line(@Nullable HttpMethod method, PathPattern pattern, Set<Role> roles) {

    boolean fits(HttpMethod called, PathContainer path) {
      return (method == null || method.equals(called)) && pattern.matches(path);
    }
  }

  private static final List<Line> LINES =
      List.of(
          line("/api/accounts/**", Role.ADMIN),
          line("/api/register/**", Role.AUDITOR, Role.ADMIN),
          line("/api/cameras/**", FOOTAGE),
          // incidents: the desk judges, somebody else decides appeals
          line(POST, "/api/incidents/{id}/confirmation", Role.DESK),
          line(POST, "/api/incidents/{id}/dismissal", Role.DESK),
          line(POST, "/api/incidents/dismissals", Role.DESK),
          line(POST, "/api/incidents/{id}/withdrawal", Role.DESK, Role.SUPERVISOR),
          line(POST, "/api/incidents/{id}/appeal", Role.DESK, Role.SUPERVISOR, Role.STAFF),
          line(POST, "/api/incidents/{id}/decision", Role.SUPERVISOR),
          line(POST, "/api/incidents/{id}/comments", FOOTAGE),
          line(GET, "/api/incidents/export.ndjson", Role.SUPERVISOR, Role.ADMIN),
          line(GET, "/api/incidents/{id}/history", HALL),
          line(GET, "/api/incidents/{id}/responsibility", HALL),
          line(GET, "/api/incidents/{id}/evidence", HALL),
          line("/api/incidents/{id}/evidence/*", FOOTAGE),
          line(GET, "/api/incidents/{id}", HALL),
          line(GET, "/api/incidents", HALL),
          line("/api/my/**", EVERYONE),
          // people and duty, punches, make-ups: lists are the administrator's, decisions the
          // approver's
          line(GET, "/api/duty/now", HALL),
          line("/api/imports/**", Role.ADMIN, Role.SUPERVISOR),
          line(GET, "/api/duty/staff", Role.APPROVER, Role.SUPERVISOR, Role.ADMIN),
          line(POST, "/api/duty/absences/{id}/decision", Role.APPROVER),
          line(GET, "/api/duty/**", HALL),
          line("/api/duty/**", Role.ADMIN),
          line("/api/dingtalk/**", Role.ADMIN),
          line(GET, "/api/punches/**", Role.APPROVER, Role.SUPERVISOR, Role.ADMIN),
          line(POST, "/api/makeup/{id}/decision", Role.APPROVER),
          line("/api/makeup/**", Role.APPROVER, Role.SUPERVISOR, Role.ADMIN),
          line("/api/figures/**", HALL),
          line("/api/site-plan/**", Role.ADMIN),
          line("/api/settings/**", Role.ADMIN),
          // circulars: the supervisor drafts, signs and corrects
          line(GET, "/api/circulars/**", Role.SUPERVISOR, Role.ADMIN, Role.AUDITOR),
          line("/api/circulars/**", Role.SUPERVISOR),
          line(POST, "/api/spot-checks/{id}/withdrawal", Role.SUPERVISOR),
          line("/api/spot-checks/**", Role.DESK, Role.SUPERVISOR),
          line("/api/notify/channels/**", Role.ADMIN),
          line(GET, "/api/notify/messages", Role.ADMIN, Role.SUPERVISOR),
          // what every page shows
          line(GET, "/api/hall", EVERYONE),
          line(GET, "/api/people", HALL),
          line(GET, "/api/windows", HALL),
          line(GET, "/api/occupancy", HALL),
          line(GET, "/api/stream", HALL));

  private AccessTable() {}

  /** The roles that may call this; empty where no line names it. */
  static Set<Role> roles(HttpMethod method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    Optional<Line> line = LINES.stream().filter(one -> one.fits(method, parsed)).findFirst();
    return line.map(Line::roles).orElse(Set.of());
  }

  private static Line line(@Nullable HttpMethod method, String pattern, Set<Role> roles) {
    return new Line(method, PathPatternParser.defaultInstance.parse(pattern), Set.copyOf(roles));
  }

  private static Line line(@Nullable HttpMethod method, String pattern, Role... roles) {
    return line(method, pattern, Set.of(roles));
  }

  private static Line line(String pattern, Set<Role> roles) {
    return line(null, pattern, roles);
  }

  private static Line line(String pattern, Role... roles) {
    return line(null, pattern, Set.of(roles));
  }
}

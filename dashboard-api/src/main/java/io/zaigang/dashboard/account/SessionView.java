package io.zaigang.dashboard.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param cameraIds the cameras this person may watch; null for all
 * @param ownWindowIds the windows this person works at, and whose incidents others judge
 */
record SessionView(
    String username,
    String displayName,
    List<Role> roles,
    @Nullable List<String> cameraIds,
    List<String> ownWindowIds) {

  static SessionView of(SignedIn user) {
    return of(
        user.username(), user.displayName(), user.roles(), user.cameraIds(), user.ownWindowIds());
  }

  static SessionView of(Account account) {
    Account.Rights rights = account.rights();
    return of(
        account.username(),
        rights.displayName(),
        rights.roles(),
        rights.cameraIds(),
        rights.ownWindowIds());
  }

  private static SessionView of(
      String username,
      String displayName,
      Set<Role> roles,
      @Nullable List<String> cameraIds,
      List<String> ownWindowIds) {
    return new SessionView(
        username, displayName, roles.stream().sorted().toList(), cameraIds, ownWindowIds);
  }
}

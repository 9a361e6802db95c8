package io.zaigang.dashboard.account;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request.
 *
 * @param accountId the account
 * @param sessionId the sign-in, not the secret in the cookie
 * @param cameraIds the cameras this person may watch; null for all
 * @param ownWindowIds the windows this person works at
 */
public record SignedIn(
    UUID accountId,
    UUID sessionId,
    String username,
    String displayName,
    Set<Role> roles,
    @Nullable List<String> cameraIds,
    List<String> ownWindowIds)
    implements Principal {

  public SignedIn {
    roles = Set.copyOf(roles);
    cameraIds = cameraIds == null ? null : List.copyOf(cameraIds);
    ownWindowIds = List.copyOf(ownWindowIds);
  }

  /** The user name, as the register writes it. */
  @Override
  public String getName() {
    return username;
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean mayWatch(String cameraId) {
    return cameraIds == null || cameraIds.contains(cameraId);
  }

  public boolean worksAt(String windowId) {
    return ownWindowIds.contains(windowId);
  }
}

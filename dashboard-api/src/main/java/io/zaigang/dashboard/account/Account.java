package io.zaigang.dashboard.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param username what is typed at sign-in; upper and lower case are the same
 * @param passwordHash never leaves this package
 * @param createdAt when it was made
 */
record Account(UUID id, String username, String passwordHash, Instant createdAt, Rights rights) {

  /**
   * What an administrator decides about an account.
   *
   * @param displayName the person's name
   * @param enabled false shuts the person out at once, open sign-ins included
   * @param cameraIds the cameras this person may watch; null for all
   * @param ownWindowIds the windows this person works at
   */
  record Rights(
      String displayName,
      boolean enabled,
      Set<Role> roles,
      @Nullable List<String> cameraIds,
      List<String> ownWindowIds) {

    Rights {
      roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
      cameraIds = cameraIds == null ? null : List.copyOf(cameraIds);
      ownWindowIds = List.copyOf(ownWindowIds);
    }

    /** Enabled, for every camera. */
    static Rights of(String displayName, Set<Role> roles) {
      return new Rights(displayName, true, roles, null, List.of());
    }

    boolean administers() {
      return enabled && roles.contains(Role.ADMIN);
    }

    /** For the register. */
    String summary() {
      return roles.stream().sorted().toList()
          + (enabled ? "" : " disabled")
          + (cameraIds == null ? "" : " cameras " + cameraIds)
          + (ownWindowIds.isEmpty() ? "" : " works at " + ownWindowIds);
    }
  }

  boolean enabled() {
    return rights.enabled();
  }

  Account withPasswordHash(String hash) {
    return new Account(id, username, hash, createdAt, rights);
  }

  Account with(Rights other) {
    return new Account(id, username, passwordHash, createdAt, other);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "Account[" + username + ", " + rights.summary() + "]";
  }
}

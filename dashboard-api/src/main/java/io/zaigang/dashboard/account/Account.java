package io.zaigang.dashboard.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who may sign in.
 *
 * @param username what is typed at sign-in; upper and lower case are the same
 * @param passwordHash never leaves this package
 * @param enabled false shuts the person out at once, open sign-ins included
 */
record Account(
    UUID id,
    String username,
    String displayName,
    String passwordHash,
    boolean enabled,
    Set<Role> roles) {

  Account {
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
  }

  Account withPasswordHash(String hash) {
    return new Account(id, username, displayName, hash, enabled, roles);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "Account[" + username + ", " + roles + (enabled ? "]" : ", disabled]");
  }
}

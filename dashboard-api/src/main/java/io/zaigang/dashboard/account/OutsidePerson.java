package io.zaigang.dashboard.account;

import java.util.Set;

/**
 * Somebody as a sign-in elsewhere tells of them.
 *
 * @param id issuer and subject: the same for ever
 * @param roles as the settings translate what the other side calls them
 */
public record OutsidePerson(String id, String username, String displayName, Set<Role> roles) {

  public OutsidePerson {
    roles = Set.copyOf(roles);
  }
}

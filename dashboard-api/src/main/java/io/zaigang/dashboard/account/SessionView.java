package io.zaigang.dashboard.account;

import java.util.List;
import java.util.Set;

/** Who is signed in. */
record SessionView(String username, String displayName, List<Role> roles) {

  static SessionView of(String username, String displayName, Set<Role> roles) {
    return new SessionView(username, displayName, roles.stream().sorted().toList());
  }
}

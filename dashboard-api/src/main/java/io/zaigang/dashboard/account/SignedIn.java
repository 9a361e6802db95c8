package io.zaigang.dashboard.account;

import java.util.Set;
import java.util.UUID;

/**
 * The person behind a request.
 *
 * @param accountId the account
 * @param sessionId the sign-in, not the secret in the cookie
 */
public record SignedIn(
    UUID accountId, UUID sessionId, String username, String displayName, Set<Role> roles) {

  public SignedIn {
    roles = Set.copyOf(roles);
  }
}

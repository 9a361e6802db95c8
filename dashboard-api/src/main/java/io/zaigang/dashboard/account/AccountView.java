package io.zaigang.dashboard.account;

import io.zaigang.dashboard.web.HallTimes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param cameraIds the cameras this person may watch; null for all
 * @param ownWindowIds the windows this person works at
 */
record AccountView(
    UUID id,
    String username,
    String displayName,
    boolean enabled,
    List<Role> roles,
    @Nullable List<String> cameraIds,
    List<String> ownWindowIds,
    OffsetDateTime createdAt) {

  static AccountView of(Account account, HallTimes times) {
    Account.Rights rights = account.rights();
    return new AccountView(
        account.id(),
        account.username(),
        rights.displayName(),
        rights.enabled(),
        rights.roles().stream().sorted().toList(),
        rights.cameraIds(),
        rights.ownWindowIds(),
        times.at(account.createdAt()));
  }
}

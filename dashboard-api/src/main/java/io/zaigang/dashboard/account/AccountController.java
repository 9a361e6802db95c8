package io.zaigang.dashboard.account;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.web.HallTimes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. */
@RestController
class AccountController {

  private final Accounts accounts;
  private final HallTimes times;

  AccountController(Accounts accounts, HallTimes times) {
    this.accounts = accounts;
    this.times = times;
  }

  /**
   * What an administrator decides about an account.
   *
   * @param cameraIds null for all
   */
  record AccountRights(
      @NotBlank @Size(max = 100) String displayName,
      boolean enabled,
      @NotNull Set<Role> roles,
      @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 100) String> cameraIds,
      @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 100) String> ownWindowIds) {

    Account.Rights rights() {
      return new Account.Rights(displayName, enabled, roles, cameraIds, ownWindowIds);
    }
  }

  /**
   * A new account.
   *
   * @param password null to have one generated
   */
  record NewAccount(
      @NotBlank @Size(max = 100) String username,
      @Nullable @Size(max = 200) String password,
      @NotNull @Valid AccountRights rights) {

    /** Never the password. */
    @Override
    public String toString() {
      return "NewAccount[" + username + "]";
    }
  }

  /**
   * A new account, or one with a new password.
   *
   * @param generatedPassword shown this once; null where one was given
   */
  record AccountWithPassword(AccountView account, @Nullable String generatedPassword) {}

  /** All accounts, by user name. */
  @GetMapping("/api/accounts")
  List<AccountView> accounts() {
    return accounts.all().stream().map(account -> AccountView.of(account, times)).toList();
  }

  /** Makes an account. */
  @PostMapping("/api/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  AccountWithPassword create(
      @Valid @RequestBody NewAccount wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    String generated = wanted.password() == null ? accounts.generatePassword() : null;
    String password = wanted.password() == null ? String.valueOf(generated) : wanted.password();
    Account account =
        accounts.create(user.username(), wanted.username(), password, wanted.rights().rights());
    return new AccountWithPassword(AccountView.of(account, times), generated);
  }

  /** Changes what an account may do; it counts from the very next request. */
  @PutMapping("/api/accounts/{id}")
  AccountView change(
      @PathVariable UUID id,
      @Valid @RequestBody AccountRights rights,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return AccountView.of(accounts.change(user.username(), id, rights.rights()), times);
  }

  /** Gives an account a new, generated password; all its sign-ins end. */
  @PostMapping("/api/accounts/{id}/password")
  AccountWithPassword resetPassword(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Account account = accounts.byId(id);
    String password = accounts.generatePassword();
    accounts.setPassword(user.username(), account, password, null);
    return new AccountWithPassword(AccountView.of(account, times), password);
  }
}

package io.zaigang.dashboard.account;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes the first administrator, for whoever holds the {@link SetupToken}. */
@RestController
class SetupController {

  /** Wrong tokens are throttled as wrong passwords of somebody of this name would be. */
  private static final String THROTTLED_AS = "first administrator";

  private final SetupToken token;
  private final Accounts accounts;
  private final SignInThrottle throttle;
  private final ZaigangSettings.Oidc oidc;

  SetupController(
      SetupToken token, Accounts accounts, SignInThrottle throttle, ZaigangSettings settings) {
    this.oidc = settings.oidc();
    this.token = token;
    this.accounts = accounts;
    this.throttle = throttle;
  }

  /**
   * What the sign-in page must know.
   *
   * @param open whether the first administrator is still to be made, and can be
   * @param outsideSignIn what to call signing in elsewhere; null where there is no such
   */
  record SetupState(boolean open, @Nullable String outsideSignIn) {}

  /** The first administrator. */
  record FirstAdministrator(
      @NotBlank @Size(max = 100) String token,
      @NotBlank @Size(max = 100) String username,
      @NotBlank @Size(max = 100) String displayName,
      @NotBlank @Size(max = 200) String password) {

    /** Neither token nor password. */
    @Override
    public String toString() {
      return "FirstAdministrator[" + username + "]";
    }
  }

  /** Whether the first administrator is still to be made, and where else people may sign in. */
  @GetMapping("/api/setup")
  SetupState state() {
    return new SetupState(token.isOpen(), oidc.issuer() == null ? null : oidc.label());
  }

  /** Makes the first administrator; the token is worth nothing afterwards. */
  @PostMapping("/api/setup")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void make(@Valid @RequestBody FirstAdministrator wanted, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    throttle.check(THROTTLED_AS, address);
    if (!token.isOpen()) {
      throw new Conflict("There is no first administrator to be made, or the token has expired");
    }
    if (!token.matches(wanted.token().strip())) {
      throttle.failed(THROTTLED_AS, address);
      throw new BadRequest("The setup token is not right");
    }
    accounts.createFirstAdministrator(wanted.username(), wanted.displayName(), wanted.password());
    token.remove();
  }
}

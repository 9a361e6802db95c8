package io.zaigang.dashboard.security;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.HallTimes;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The service token for administrators: how old it is, and another in its place. Never itself. */
@RestController
class ServiceTokenController {

  /** Enough for whoever has a copy of the file to copy it again. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  private final ServiceToken token;
  private final Register register;
  private final HallTimes times;

  ServiceTokenController(ServiceToken token, Register register, HallTimes times) {
    this.token = token;
    this.register = register;
    this.times = times;
  }

  /**
   * How old the token is.
   *
   * @param previousUntil until when the one before is good as well; null where it is not
   */
  record ServiceTokenView(OffsetDateTime since, @Nullable OffsetDateTime previousUntil) {}

  /** How old the token is. */
  @GetMapping("/api/settings/service-token")
  ServiceTokenView state() {
    return new ServiceTokenView(
        times.at(token.since()), token.previousUntil().map(times::at).orElse(null));
  }

  /** Puts a fresh token in force; the one before is good for another hour. */
  @PostMapping("/api/settings/service-token/rotation")
  ServiceTokenView rotate(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn user)
      throws IOException {
    token.rotate(OVERLAP);
    register.add(
        AuditEntry.by(user.username(), AuditAction.SERVICE_TOKEN_ROTATED)
            .detail("overlap", OVERLAP.toString()));
    return state();
  }
}

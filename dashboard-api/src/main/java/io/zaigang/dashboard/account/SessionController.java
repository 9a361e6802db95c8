package io.zaigang.dashboard.account;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.settings.ZaigangSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and who is signed in. */
@RestController
class SessionController {

  private final SignIn signIn;
  private final ZaigangSettings.Session settings;

  SessionController(SignIn signIn, ZaigangSettings settings) {
    this.signIn = signIn;
    this.settings = settings.session();
  }

  /** Name and password. */
  record Credentials(
      @NotBlank @Size(max = 100) String username, @NotBlank @Size(max = 200) String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /** Who is signed in; 401 when nobody is. Also sets the XSRF-TOKEN cookie that a sign-in needs. */
  @GetMapping("/api/session")
  SessionView session(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return SessionView.of(user);
  }

  /** Signs in and sets the session's cookie. */
  @PostMapping("/api/session")
  ResponseEntity<SessionView> signIn(
      @Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    SignIn.Opened opened =
        signIn.signIn(credentials.username(), credentials.password(), request.getRemoteAddr());
    return ResponseEntity.ok()
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.write(opened.secret(), settings.longest(), request).toString())
        .body(SessionView.of(opened.account()));
  }

  /** The old password and the new one. */
  record PasswordChange(
      @NotBlank @Size(max = 200) String currentPassword,
      @NotBlank @Size(max = 200) String newPassword) {

    /** Neither password. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  /** Changes one's own password; other sign-ins of the account end. */
  @PutMapping("/api/session/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @Valid @RequestBody PasswordChange change,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletRequest request) {
    signIn.changePassword(
        user, change.currentPassword(), change.newPassword(), request.getRemoteAddr());
  }

  /** Signs out. */
  @ApiResponse(responseCode = "204", description = "Signed out")
  @DeleteMapping("/api/session")
  ResponseEntity<Void> signOut(
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletRequest request) {
    signIn.signOut(user);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.remove(request).toString())
        .build();
  }
}

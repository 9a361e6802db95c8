package io.zaigang.dashboard.plan;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.site.CameraSecrets;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Busy;
import io.zaigang.ingest.record.CameraAddress;
import io.zaigang.ingest.record.CameraProbe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looks at a camera before it is relied on. */
@RestController
class CameraProbeController {

  private static final Set<String> SCHEMES = Set.of("rtsp://", "rtsps://");
  private static final int AT_ONCE = 4;

  private final CameraAddressRules rules;
  private final CameraSecrets secrets;
  private final SitePlans plans;
  private final Register register;
  private final Semaphore places = new Semaphore(AT_ONCE);

  CameraProbeController(
      CameraAddressRules rules, CameraSecrets secrets, SitePlans plans, Register register) {
    this.rules = rules;
    this.secrets = secrets;
    this.plans = plans;
    this.register = register;
  }

  /**
   * A camera to look at.
   *
   * @param url as in the plan, or with user and password
   */
  record ProbeRequest(@NotBlank @Size(max = 1000) String url) {

    /** Never the address: it may hold a password. */
    @Override
    public String toString() {
      return "ProbeRequest";
    }
  }

  /**
   * What the camera sends.
   *
   * @param text in one line; or why it cannot be recorded
   * @param stream null where it cannot be recorded
   */
  record ProbeFinding(boolean recordable, String text, @Nullable StreamSeen stream) {}

  /**
   * What a camera sends.
   *
   * @param codec such as {@code h264} or {@code hevc}
   * @param keyFrameSeconds from one key frame to the next; null where that is longer than was
   *     looked
   * @param clockAheadSeconds its clock against ours; null where it does not tell its time
   */
  record StreamSeen(
      String codec,
      int widthPx,
      int heightPx,
      double picturesPerSecond,
      double megabitsPerSecond,
      @Nullable Double keyFrameSeconds,
      @Nullable Double clockAheadSeconds) {

    static @Nullable StreamSeen of(CameraProbe.@Nullable Sent sent) {
      return sent == null
          ? null
          : new StreamSeen(
              sent.codec(),
              sent.widthPx(),
              sent.heightPx(),
              sent.picturesPerSecond(),
              sent.megabitsPerSecond(),
              sent.keyFrameSeconds(),
              sent.clockAheadSeconds());
    }
  }

  /** Connects and looks for some seconds. */
  @PostMapping("/api/settings/probe")
  ProbeFinding probe(
      @Valid @RequestBody ProbeRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    if (SCHEMES.stream().noneMatch(request.url()::startsWith)) {
      throw new BadRequest("A camera's address begins with rtsp:// or rtsps://");
    }
    rules
        .check(request.url(), plans.current().plan())
        .ifPresent(
            problem -> {
              throw new BadRequest(problem.message());
            });
    if (!places.tryAcquire()) {
      throw new Busy("Other cameras are being looked at; try again in a moment");
    }
    try {
      CameraAddress address = new CameraAddress(request.url());
      register.add(
          AuditEntry.by(user.username(), AuditAction.CAMERA_PROBED).subject(address.toString()));
      Map<String, String> known = new HashMap<>(System.getenv());
      known.putAll(secrets.all());
      CameraProbe.Finding finding = CameraProbe.probe(address, known);
      return new ProbeFinding(
          finding.recordable(), finding.text(), StreamSeen.of(finding.stream()));
    } finally {
      places.release();
    }
  }
}

package io.zaigang.dashboard.audit;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.web.HallTimes;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 审计登记: the register, to be read and nothing else. */
@RestController
class RegisterController {

  private static final String CSV = "text/csv";
  private static final int EXPORT_PAGE = 1000;

  private final AuditStore store;
  private final Register register;
  private final HallTimes times;

  RegisterController(AuditStore store, Register register, HallTimes times) {
    this.store = store;
    this.register = register;
    this.times = times;
  }

  /**
   * A page of the register, newest first.
   *
   * @param next to be passed as {@code before} for the page after this; null on the last
   */
  record RegisterPage(List<AuditView> items, @Nullable Long next) {}

  /** Entries, newest first. */
  @GetMapping("/api/register")
  RegisterPage entries(
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable @Size(max = 100) String actor,
      @RequestParam(required = false) @Nullable AuditAction action,
      @RequestParam(required = false) @Nullable @Size(max = 100) String cameraId,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime to,
      @RequestParam(required = false) @Nullable @Size(max = 200) String text) {
    AuditStore.Filter filter =
        new AuditStore.Filter(actor, action, cameraId, instant(from), instant(to), text);
    long below = before == null ? Long.MAX_VALUE : before;
    List<AuditEvent> found = store.newest(filter, below, limit + 1);
    List<AuditEvent> page = found.size() > limit ? found.subList(0, limit) : found;
    Long next = found.size() > limit ? page.get(limit - 1).number() : null;
    return new RegisterPage(page.stream().map(e -> AuditView.of(e, times)).toList(), next);
  }

  /** Entries of a span, by the same filters, as CSV; the export is itself entered. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/register/export.csv", produces = CSV)
  void export(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime to,
      @RequestParam(required = false) @Nullable @Size(max = 100) String actor,
      @RequestParam(required = false) @Nullable AuditAction action,
      @RequestParam(required = false) @Nullable @Size(max = 100) String cameraId,
      @RequestParam(required = false) @Nullable @Size(max = 200) String text,
      @Parameter(hidden = true) Principal user,
      HttpServletResponse response)
      throws IOException {
    register.add(
        AuditEntry.by(user.getName(), AuditAction.REGISTER_EXPORTED)
            .detail("from", from.toString())
            .detail("to", to.toString())
            .detail("filter", String.join(" ", given(actor, action, cameraId, text))));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.csv\"");
    AuditStore.Filter span =
        new AuditStore.Filter(actor, action, cameraId, from.toInstant(), to.toInstant(), text);
    RegisterCsv csv = new RegisterCsv(response.getWriter());
    long before = Long.MAX_VALUE;
    List<AuditEvent> page = store.newest(span, before, EXPORT_PAGE);
    while (!page.isEmpty()) {
      page.forEach(event -> csv.row(AuditView.of(event, times)));
      before = page.get(page.size() - 1).number();
      page = store.newest(span, before, EXPORT_PAGE);
    }
  }

  /** Computes every hash again. */
  @GetMapping("/api/register/verification")
  Verification verification() {
    AuditStore.Head head = store.head(); // what is added meanwhile is only looked at more
    Verification.Walk walk = new Verification.Walk();
    store.each(walk);
    return walk.end(head);
  }

  private static List<String> given(@Nullable Object... filters) {
    return Arrays.stream(filters).filter(Objects::nonNull).map(String::valueOf).toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

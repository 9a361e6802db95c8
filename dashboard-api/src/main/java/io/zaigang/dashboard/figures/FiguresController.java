package io.zaigang.dashboard.figures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 统计, to look at and to take away. */
@RestController
class FiguresController {

  private static final String CSV = "text/csv";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final FiguresQuery query;
  private final Register register;

  FiguresController(FiguresQuery query, Register register) {
    this.query = query;
    this.register = register;
  }

  /** On-post rate, coverage, phone time and findings of a span of days, at most 400. */
  @GetMapping("/api/figures")
  Figures figures(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "") @Size(max = 200) List<@Size(max = 100) String> windowId) {
    return query.figures(new FiguresSpan(from, to, windowId));
  }

  /** The same by window, as CSV for a spreadsheet. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @GetMapping(path = "/api/figures/export.csv", produces = CSV)
  void csv(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletResponse response)
      throws IOException {
    Figures figures = exported(from, to, "CSV", user);
    prepare(response, CSV + ";charset=UTF-8", fileName(figures, "csv"));
    FiguresCsv.write(figures, response.getWriter());
  }

  /** The same by window, by day and by hour, as an Excel workbook. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = EXCEL, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/figures/export.xlsx", produces = EXCEL)
  void excel(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletResponse response)
      throws IOException {
    Figures figures = exported(from, to, "Excel", user);
    prepare(response, EXCEL, fileName(figures, "xlsx"));
    FiguresWorkbook.write(figures, response.getOutputStream());
  }

  private Figures exported(LocalDate from, LocalDate to, String format, SignedIn user) {
    Figures figures = query.figures(new FiguresSpan(from, to, List.of()));
    register.add(
        AuditEntry.by(user.username(), AuditAction.FIGURES_EXPORTED)
            .detail("from", from.toString())
            .detail("to", to.toString())
            .detail("format", format));
    return figures;
  }

  private static void prepare(HttpServletResponse response, String type, String fileName) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
  }

  private static String fileName(Figures figures, String ending) {
    return "在岗统计 " + figures.from() + " 至 " + figures.to() + "." + ending;
  }
}

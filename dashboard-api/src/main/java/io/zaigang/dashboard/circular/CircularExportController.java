package io.zaigang.dashboard.circular;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.circular.paper.CircularText;
import io.zaigang.dashboard.circular.paper.CircularWorkbook;
import io.zaigang.dashboard.circular.paper.HtmlPaper;
import io.zaigang.dashboard.circular.paper.PaperFacts;
import io.zaigang.dashboard.circular.paper.ReferralText;
import io.zaigang.dashboard.circular.paper.WordPaper;
import io.zaigang.dashboard.web.NotFound;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Circulars to take away. A version gives the same bytes whenever it is asked for; every export is
 * entered in the register.
 */
@RestController
class CircularExportController {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Circulars circulars;
  private final CircularPapers papers;
  private final Register register;

  CircularExportController(Circulars circulars, CircularPapers papers, Register register) {
    this.circulars = circulars;
    this.papers = papers;
    this.register = register;
  }

  /** The circular as a Word document. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/circulars/{week}/versions/{version}/circular.docx", produces = WORD)
  ResponseEntity<byte[]> word(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    CircularVersion found = find(week, version);
    byte[] file = WordPaper.write(CircularText.of(papers.facts(found)));
    return handOut(user, found, new Export("周通报", "docx", WORD, file));
  }

  /** The circular as an Excel workbook. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = EXCEL, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/circulars/{week}/versions/{version}/circular.xlsx", produces = EXCEL)
  ResponseEntity<byte[]> excel(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    CircularVersion found = find(week, version);
    byte[] file = CircularWorkbook.write(papers.facts(found));
    return handOut(user, found, new Export("周通报", "xlsx", EXCEL, file));
  }

  /** The circular as a page to print. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
  @GetMapping(
      path = "/api/circulars/{week}/versions/{version}/print.html",
      produces = "text/html;charset=UTF-8")
  ResponseEntity<String> print(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    CircularVersion found = find(week, version);
    String page = HtmlPaper.write(CircularText.of(papers.facts(found)));
    enter(user, found, "html");
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
  }

  /** The very text that a version was counted from; its SHA-256 is the version's. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @GetMapping(
      path = "/api/circulars/{week}/versions/{version}/inputs.json",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> inputs(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    CircularVersion found = find(week, version);
    byte[] text = found.inputs().getBytes(StandardCharsets.UTF_8);
    return handOut(user, found, new Export("通报依据", "json", MediaType.APPLICATION_JSON_VALUE, text));
  }

  /** The letter to a 主管单位 whose second offence this is, as a Word document to be completed. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/circulars/{week}/versions/{version}/letter.docx", produces = WORD)
  ResponseEntity<byte[]> letter(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate week,
      @PathVariable int version,
      @RequestParam @Size(max = 200) String unit,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    CircularVersion found = find(week, version);
    PaperFacts facts = papers.facts(found);
    if (facts.figures().repeated().stream().noneMatch(c -> unit.equals(c.unit()))) {
      throw new NotFound("This circular asks for no letter to this unit");
    }
    byte[] file = WordPaper.write(ReferralText.of(facts, unit));
    return handOut(user, found, new Export("函-" + unit, "docx", WORD, file));
  }

  private record Export(String name, String ending, String type, byte[] file) {}

  private CircularVersion find(LocalDate week, int version) {
    return circulars.require(CircularController.week(week), version);
  }

  private ResponseEntity<byte[]> handOut(SignedIn user, CircularVersion version, Export export) {
    enter(user, version, export.name() + "." + export.ending());
    String name =
        "%s-%s-第%d版.%s"
            .formatted(export.name(), version.week().monday(), version.version(), export.ending());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(export.type()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(export.file());
  }

  private void enter(SignedIn user, CircularVersion version, String what) {
    register.add(
        AuditEntry.by(user.username(), AuditAction.CIRCULAR_EXPORTED)
            .subject(Circulars.name(version))
            .detail("file", what)
            .detail("figuresSha256", version.figuresSha256()));
  }
}

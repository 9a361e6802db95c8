package io.zaigang.dashboard.sheet;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports of lists: a template to fill in, a preview, storing. */
@RestController
class SheetController {

  private static final String ANY_FILE = "application/octet-stream";

  private final SheetImports imports;

  SheetController(SheetImports imports) {
    this.imports = imports;
  }

  /** An empty list to fill in, {@code xlsx} or {@code csv}. */
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = ANY_FILE, schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/api/imports/{kind}/template", produces = ANY_FILE)
  ResponseEntity<byte[]> template(
      @PathVariable String kind,
      @RequestParam(defaultValue = "xlsx") @Pattern(regexp = "xlsx|csv") String format)
      throws IOException {
    SheetKind wanted = imports.kind(kind);
    byte[] file = format.equals("csv") ? SheetTemplate.csv(wanted) : SheetTemplate.excel(wanted);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(wanted.title() + "." + format, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file);
  }

  /** Reads an Excel or CSV file and says what storing it would do; stores nothing. */
  @PostMapping(path = "/api/imports/{kind}/preview", consumes = ANY_FILE)
  ImportReport preview(@PathVariable String kind, @RequestBody byte[] file) {
    return imports.preview(kind, file);
  }

  /** Stores a file that was previewed: all of it, or (422) nothing. */
  @PostMapping(path = "/api/imports/{kind}", consumes = ANY_FILE)
  ResponseEntity<ImportReport> store(
      @PathVariable String kind,
      @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String sha256,
      @RequestBody byte[] file,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    ImportReport report = imports.store(kind, file, sha256, user.username());
    return ResponseEntity.status(report.stored() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .body(report);
  }
}

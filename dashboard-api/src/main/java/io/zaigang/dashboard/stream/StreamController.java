package io.zaigang.dashboard.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.web.BadRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The live stream of changes. */
@RestController
class StreamController {

  private final LiveStream stream;
  private final ZaigangSettings.Stream settings;

  StreamController(LiveStream stream, ZaigangSettings settings) {
    this.stream = stream;
    this.settings = settings.stream();
  }

  /** Opens the stream. */
  @Operation(
      summary = "Live changes as server-sent events",
      description =
          "Events: `incident` (an IncidentView) and `presence` (a PresenceView), each with the number"
              + " of the change as id. A new connection starts with `ready` ({\"change\":N}): load the"
              + " lists after it, and nothing is missed. A connection with `Last-Event-ID` (or `after`)"
              + " gets what changed since, each thing once, as it is now. `reset` says that too much was"
              + " missed: load the lists again. A comment comes each 15 s.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void open(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long known = number(lastEventId != null ? lastEventId : after);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // a proxy must not hold events back
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Subscriber subscriber =
        new Subscriber(
            user.sessionId(),
            known,
            context,
            response.getOutputStream(),
            settings.queue() + settings.catchUp(),
            stream::leave);
    context.addListener(subscriber);
    response.getOutputStream().setWriteListener(subscriber);
    stream.join(subscriber);
  }

  private static long number(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return -1;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new BadRequest("Last-Event-ID must be the id of an event of this stream");
  }
}

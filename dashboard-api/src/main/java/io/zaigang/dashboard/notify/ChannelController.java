package io.zaigang.dashboard.notify;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Channels of notifications, for administrators. Secrets go in and never come out. */
@RestController
class ChannelController {

  private final Channels channels;

  ChannelController(Channels channels) {
    this.channels = channels;
  }

  /**
   * A channel as it is to be.
   *
   * @param address of the robot, webhook or mail server, without any secret
   * @param cooldownMinutes the same place and topic is not told again for this long
   * @param secrets null to leave them as they are
   */
  record ChannelBody(
      @NotBlank @Size(max = 100) String name,
      @NotNull ChannelKind kind,
      boolean enabled,
      @NotBlank @Size(max = 500) String address,
      @NotNull @Size(max = 50) List<@NotBlank @Email @Size(max = 200) String> recipients,
      @NotNull Set<@NotNull Topic> topics,
      @Min(0) @Max(1440) int cooldownMinutes,
      @Nullable @Valid SecretsBody secrets) {}

  /**
   * What a channel needs to be believed; empty texts for what it does not need.
   *
   * @param token {@code access_token} of a DingTalk robot, or the password of a mail server
   */
  record SecretsBody(
      @NotNull @Size(max = 200) String user,
      @NotNull @Size(max = 500) String token,
      @NotNull @Size(max = 500) String signing) {

    /** None of them. */
    @Override
    public String toString() {
      return "SecretsBody";
    }
  }

  /**
   * A channel as it is.
   *
   * @param hasSecrets whether there are any; they are never told
   */
  record ChannelView(
      UUID id,
      String name,
      ChannelKind kind,
      boolean enabled,
      String address,
      List<String> recipients,
      List<Topic> topics,
      int cooldownMinutes,
      boolean hasSecrets) {

    static ChannelView of(Channel channel) {
      return new ChannelView(
          channel.id(),
          channel.name(),
          channel.kind(),
          channel.enabled(),
          channel.address().toString(),
          channel.recipients(),
          channel.topics().stream().sorted().toList(),
          (int) channel.cooldown().toMinutes(),
          !channel.secrets().isEmpty());
    }
  }

  /**
   * How a test went.
   *
   * @param problem why it did not arrive; null where it did
   */
  record TestResult(@Nullable String problem) {}

  /** All channels. */
  @GetMapping("/api/notify/channels")
  List<ChannelView> channels() {
    return channels.all().stream().map(ChannelView::of).toList();
  }

  /** Makes a channel. */
  @PostMapping("/api/notify/channels")
  @ResponseStatus(HttpStatus.CREATED)
  ChannelView create(
      @Valid @RequestBody ChannelBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return ChannelView.of(channels.put(user.username(), UUID.randomUUID(), body));
  }

  /** Changes a channel. */
  @PutMapping("/api/notify/channels/{id}")
  ChannelView change(
      @PathVariable UUID id,
      @Valid @RequestBody ChannelBody body,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    channels.byId(id);
    return ChannelView.of(channels.put(user.username(), id, body));
  }

  /** Removes a channel and what it sent. */
  @DeleteMapping("/api/notify/channels/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    channels.delete(user.username(), id);
  }

  /** Sends a test message now and says how it went. */
  @PostMapping("/api/notify/channels/{id}/test")
  TestResult test(@PathVariable UUID id) {
    return new TestResult(channels.test(id).orElse(null));
  }
}

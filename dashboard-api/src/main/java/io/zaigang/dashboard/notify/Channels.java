package io.zaigang.dashboard.notify;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.NotFound;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and tries channels; every change is in the register, without secrets. */
@Service
class Channels {

  private final ChannelStore store;
  private final OutboxSending sending;
  private final Register register;
  private final Clock clock;

  Channels(ChannelStore store, OutboxSending sending, Register register, Clock clock) {
    this.store = store;
    this.sending = sending;
    this.register = register;
    this.clock = clock;
  }

  List<Channel> all() {
    return store.all();
  }

  Channel byId(UUID id) {
    return store.find(id).orElseThrow(() -> new NotFound("There is no channel with this id"));
  }

  /**
   * Makes or changes a channel.
   *
   * @throws BadRequest when its parts do not fit together
   */
  @Transactional
  public Channel put(String actor, UUID id, ChannelController.ChannelBody body) {
    ChannelSecrets kept = store.find(id).map(Channel::secrets).orElse(ChannelSecrets.NONE);
    ChannelController.SecretsBody given = body.secrets();
    Channel channel =
        new Channel(
            id,
            body.name().strip(),
            body.kind(),
            body.enabled(),
            address(body.kind(), body.address().strip()),
            body.recipients(),
            body.topics(),
            Duration.ofMinutes(body.cooldownMinutes()),
            given == null
                ? kept
                : new ChannelSecrets(given.user(), given.token(), given.signing()));
    check(channel);
    store.put(channel, clock.instant());
    register.add(
        AuditEntry.by(actor, AuditAction.NOTIFY_CHANNEL_CHANGED)
            .subject(channel.name())
            .detail("kind", channel.kind().name())
            .detail("enabled", Boolean.toString(channel.enabled()))
            .detail("address", channel.address().toString())
            .detail("recipients", String.join(" ", channel.recipients()))
            .detail("topics", channel.topics().stream().sorted().toList().toString())
            .detail("secrets", given == null ? "unchanged" : "changed"));
    return channel;
  }

  @Transactional
  public void delete(String actor, UUID id) {
    Channel channel = byId(id);
    store.delete(id);
    register.add(
        AuditEntry.by(actor, AuditAction.NOTIFY_CHANNEL_CHANGED)
            .subject(channel.name())
            .detail("removed", "true"));
  }

  /** Sends a test message; why it did not arrive, or empty. */
  Optional<String> test(UUID id) {
    try {
      sending.test(byId(id));
      return Optional.empty();
    } catch (SendFailed failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  private static void check(Channel channel) {
    if (channel.kind() == ChannelKind.EMAIL && channel.recipients().isEmpty()) {
      throw new BadRequest("E-mail needs at least one recipient");
    }
    if (channel.kind() == ChannelKind.DINGTALK && channel.secrets().token().isEmpty()) {
      throw new BadRequest("A DingTalk robot needs its access_token");
    }
  }

  /**
   * Secrets have a place of their own: an address may hold none, nor anything to smuggle one in.
   */
  private static URI address(ChannelKind kind, String text) {
    try {
      URI address = new URI(text);
      boolean plain =
          address.getHost() != null
              && address.getScheme() != null
              && kind.schemes().contains(address.getScheme())
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null;
      boolean noQuery = kind == ChannelKind.WEBHOOK || address.getRawQuery() == null;
      if (plain && noQuery) {
        return address;
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    throw new BadRequest(
        "The address of "
            + kind
            + " begins with one of "
            + kind.schemes().stream().sorted().toList()
            + " and holds a host, and no user, password or token (those go into 'secrets')");
  }
}

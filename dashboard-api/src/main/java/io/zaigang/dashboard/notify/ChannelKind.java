package io.zaigang.dashboard.notify;

import java.util.Set;

/** By what people are told. */
enum ChannelKind {
  /** 钉钉群机器人: more than 20 messages a minute and it is silenced for ten. */
  DINGTALK(Set.of("http", "https"), 18),
  EMAIL(Set.of("smtp", "smtps", "smtp+starttls"), 30),
  WEBHOOK(Set.of("http", "https"), 60);

  private final Set<String> schemes;
  private final int mostPerMinute;

  ChannelKind(Set<String> schemes, int mostPerMinute) {
    this.schemes = schemes;
    this.mostPerMinute = mostPerMinute;
  }

  /** How an address of this kind may begin. */
  Set<String> schemes() {
    return schemes;
  }

  /** Sendings that stay below what the other side bears. */
  int mostPerMinute() {
    return mostPerMinute;
  }
}

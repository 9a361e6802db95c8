package io.zaigang.dashboard.notify;

/**
 * What a channel needs to be believed. Never part of any answer.
 *
 * @param user of a mail server; empty where it asks for none
 * @param token {@code access_token} of a DingTalk robot, or the password of a mail server
 * @param signing the secret that DingTalk or a webhook checks signatures with; empty for unsigned
 */
record ChannelSecrets(String user, String token, String signing) {

  static final ChannelSecrets NONE = new ChannelSecrets("", "", "");

  boolean isEmpty() {
    return user.isEmpty() && token.isEmpty() && signing.isEmpty();
  }

  /** None of them. */
  @Override
  public String toString() {
    return isEmpty() ? "none" : "set";
  }
}

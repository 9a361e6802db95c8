package io.zaigang.dashboard.notify;

/** Sends over one kind of channel. */
interface Sender {

  ChannelKind kind();

  /**
   * Returns once the other side has taken it.
   *
   * @throws SendFailed where it has not
   */
  void send(Channel channel, Letter letter) throws SendFailed;
}

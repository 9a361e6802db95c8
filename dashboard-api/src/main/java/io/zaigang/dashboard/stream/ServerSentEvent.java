package io.zaigang.dashboard.stream;

import java.nio.charset.StandardCharsets;

/** Texts of an event stream as the HTML standard writes them. */
final class ServerSentEvent {

  /** Keeps the connection alive and shows that it is. */
  static final byte[] HEARTBEAT = bytes(": heartbeat\n\n");

  private ServerSentEvent() {}

  /** An event with JSON on one line. */
  static byte[] event(long id, String name, String json) {
    return bytes("id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n");
  }

  /** How long a desk waits before it comes back after the connection broke. */
  static byte[] retryAfterMillis(long millis) {
    return bytes("retry: " + millis + "\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

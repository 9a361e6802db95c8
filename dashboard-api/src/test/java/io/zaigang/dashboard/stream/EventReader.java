package io.zaigang.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads an event stream as a browser does. */
public final class EventReader implements AutoCloseable {

  public record Event(String id, String name, String data) {}

  /** A test machine may be busy with much else. */
  private static final int PATIENCE_SECONDS = 60;

  private final InputStream body;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private EventReader(InputStream body) {
    this.body = body;
    Thread reader = new Thread(this::read, "event-reader");
    reader.setDaemon(true);
    reader.start();
  }

  public static EventReader open(Caller caller) {
    return open(caller.request("/api/stream"), caller);
  }

  static EventReader resume(Caller caller, String lastEventId) {
    return open(caller.request("/api/stream").header("Last-Event-ID", lastEventId), caller);
  }

  private static EventReader open(HttpRequest.Builder request, Caller caller) {
    HttpResponse<InputStream> response =
        caller.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/event-stream;charset=UTF-8");
    return new EventReader(response.body());
  }

  public Event next() {
    return take(events, "event");
  }

  String nextComment() {
    return take(comments, "comment");
  }

  /** True when the server has ended the stream within the limit. */
  boolean ends() throws InterruptedException {
    return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** True when nothing more came so far. */
  boolean isQuiet() {
    return events.isEmpty();
  }

  private static <T> T take(BlockingQueue<T> queue, String what) {
    try {
      T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("a further %s within %d s", what, PATIENCE_SECONDS).isNotNull();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String id = "";
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(id, name, data));
          data = "";
        }
      }
    } catch (IOException closed) {
      // ended below
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

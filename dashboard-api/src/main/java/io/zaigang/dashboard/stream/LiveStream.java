package io.zaigang.dashboard.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.zaigang.dashboard.account.Sessions;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes changes on to all desks. One thread asks the database, once for all desks, and turns each
 * change into text once; two hundred desks cost two hundred writes and no more.
 *
 * <p>That thread owns the set of desks and the number reached, so a desk that joins gets what it
 * missed and then everything new, without a hole and without anything twice.
 */
@Component
class LiveStream implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

  /** Looks at the counter this often even if no notification came. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final int PAGE = 1000;

  private sealed interface Message {}

  private record Join(Subscriber subscriber) implements Message {}

  private record Leave(Subscriber subscriber) implements Message {}

  private record Wake() implements Message {}

  private static final Wake WAKE = new Wake();

  private final ChangeLog log;
  private final Sessions sessions;
  private final JsonMapper json;
  private final ZaigangSettings.Stream settings;
  private final BlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
  private final AtomicInteger desks = new AtomicInteger();

  // owned by the feed's thread
  private final Set<Subscriber> subscribers = new HashSet<>();
  private long reached = -1;
  private long nextHeartbeatNanos;
  private boolean troubled;

  private volatile boolean running;
  private Thread thread = new Thread(this::run, "live-stream");

  LiveStream(
      ChangeLog log,
      Sessions sessions,
      JsonMapper json,
      ZaigangSettings settings,
      MeterRegistry meters) {
    this.log = log;
    this.sessions = sessions;
    this.json = json;
    this.settings = settings.stream();
    Gauge.builder("zaigang.stream.desks", desks, AtomicInteger::get)
        .description("Desks on the live stream")
        .register(meters);
  }

  /** Lets a desk in; it gets what it missed first. */
  void join(Subscriber subscriber) {
    mailbox.add(new Join(subscriber));
  }

  /** Forgets a desk that has gone. */
  void leave(Subscriber subscriber) {
    mailbox.add(new Leave(subscriber));
  }

  /** Something may have changed. */
  void wake() {
    mailbox.add(WAKE);
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = new Thread(this::run, "live-stream");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends all streams, before the web server waits for its last requests. */
  @Override
  public synchronized void stop() {
    running = false;
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    nextHeartbeatNanos = System.nanoTime() + settings.heartbeat().toNanos();
    while (running) {
      try {
        handle(mailbox.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        pass();
        beat();
        recovered();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (DataAccessException | TransactionException e) {
        failed(e);
      } catch (RuntimeException e) {
        LOG.error("The live stream stumbled; it goes on", e);
      }
    }
    List.copyOf(subscribers).forEach(Subscriber::close);
    subscribers.clear();
    desks.set(0);
  }

  private void handle(@Nullable Message message) {
    Message next = message;
    while (next != null) {
      if (next instanceof Join join) {
        welcome(join.subscriber());
      } else if (next instanceof Leave leave) {
        subscribers.remove(leave.subscriber());
      }
      next = mailbox.poll();
    }
    desks.set(subscribers.size());
  }

  /** Brings a desk up to {@link #reached} and counts it in. */
  private void welcome(Subscriber subscriber) {
    if (reached < 0) {
      reached = log.last();
    }
    subscriber.send(ServerSentEvent.retryAfterMillis(2000));
    if (subscriber.after() < 0) {
      subscriber.send(mark("ready"));
    } else if (subscriber.after() < reached) {
      List<Change> missed = log.between(subscriber.after(), reached, settings.catchUp());
      if (missed.size() > settings.catchUp()) {
        subscriber.send(mark("reset"));
      } else {
        missed.forEach(change -> subscriber.send(text(change)));
      }
    } else if (subscriber.after() > reached && subscriber.after() > log.last()) {
      subscriber.send(mark("reset")); // numbers of another database
    }
    subscribers.add(subscriber);
  }

  /** Passes on what is new. */
  private void pass() {
    long last = log.last();
    if (reached < 0) {
      reached = last;
    } else if (last < reached) { // the database was put back to an earlier state
      reached = last;
      List.copyOf(subscribers).forEach(subscriber -> subscriber.send(mark("reset")));
    }
    while (reached < last) {
      List<Change> changes = log.between(reached, last, PAGE);
      boolean more = changes.size() > PAGE;
      List<Change> page = more ? changes.subList(0, PAGE) : changes;
      for (Change change : page) {
        byte[] text = text(change);
        tell(change.number(), text);
      }
      reached = more ? page.get(PAGE - 1).number() : last;
    }
  }

  /** A desk may come from another copy of the dashboard, which was ahead of this one. */
  private void tell(long number, byte[] text) {
    for (Subscriber subscriber : List.copyOf(subscribers)) {
      if (number > subscriber.after()) {
        subscriber.send(text);
      }
    }
  }

  private void beat() {
    if (System.nanoTime() - nextHeartbeatNanos < 0) {
      return;
    }
    nextHeartbeatNanos = System.nanoTime() + settings.heartbeat().toNanos();
    if (subscribers.isEmpty()) {
      return;
    }
    Set<UUID> signedIn =
        sessions.stillSignedIn(
            subscribers.stream().map(Subscriber::sessionId).collect(Collectors.toSet()));
    for (Subscriber subscriber : List.copyOf(subscribers)) {
      if (signedIn.contains(subscriber.sessionId())) {
        subscriber.send(ServerSentEvent.HEARTBEAT);
      } else {
        subscriber.close();
      }
    }
  }

  private byte[] mark(String event) {
    return ServerSentEvent.event(reached, event, "{\"change\":" + reached + "}");
  }

  private byte[] text(Change change) {
    return ServerSentEvent.event(
        change.number(), change.event(), json.writeValueAsString(change.body()));
  }

  private void failed(RuntimeException e) {
    if (!troubled) {
      troubled = true;
      LOG.warn("The live stream cannot reach the database; it keeps trying: {}", e.getMessage());
    }
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      LOG.info("The live stream has the database again");
    }
  }
}

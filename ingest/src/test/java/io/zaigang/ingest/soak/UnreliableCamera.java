package io.zaigang.ingest.soak;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.playout.CameraFeed;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated camera on a server of its own that stalls, dies, comes back, jumps in time and
 * changes its picture, by a script that follows from a seed.
 */
final class UnreliableCamera implements Runnable, AutoCloseable {

  /** As heavy as the second stream of a real camera. */
  private static final long BITS_PER_SECOND = 500_000;

  private static final Logger LOG = LoggerFactory.getLogger(UnreliableCamera.class);

  /** What can happen to it. */
  enum Mishap {
    STALL,
    DIE,
    JUMP_IN_TIME,
    CHANGE_SIZE,
    WRONG_CLOCK
  }

  private final String id;
  private final Random random;
  private final EncodedVideo usual;
  private final EncodedVideo other;
  private final CameraFeed feed;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<Mishap, Integer> happened = new EnumMap<>(Mishap.class);
  private final Thread thread;
  private RtspPlayoutServer server;
  private Duration silent = Duration.ZERO;
  private boolean showsOther;
  private @Nullable IOException broken;

  private UnreliableCamera(String id, String codec, Transport transport, long seed)
      throws IOException {
    this.id = id;
    this.random = new Random(seed);
    this.usual = video(codec + "-b");
    this.other = video(codec + "-large");
    this.server = RtspPlayoutServer.start(0);
    this.feed = server.add("/" + id, usual);
    if (transport == Transport.UDP) {
      feed.refuseTcp();
    }
    this.thread = new Thread(this, "script-" + id);
  }

  private enum Transport {
    TCP,
    UDP
  }

  /** The n-th camera of a soak: codecs and transports take turns. */
  static UnreliableCamera number(int n, long seed) throws IOException {
    Transport transport = n % 2 == 0 ? Transport.TCP : Transport.UDP;
    String codec = n / 2 % 2 == 0 ? "h264" : "h265";
    String id =
        "cam-%02d-%s-%s".formatted(n, codec, transport.name().toLowerCase(java.util.Locale.ROOT));
    return new UnreliableCamera(id, codec, transport, seed + n);
  }

  private static EncodedVideo video(String encoding) throws IOException {
    return EncodedVideo.load(NumberedFootage.ready(encoding)).paddedTo(BITS_PER_SECOND);
  }

  String id() {
    return id;
  }

  String url() {
    return server.url("/" + id);
  }

  /** Begins to misbehave. */
  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (!over.await(5_000 + random.nextInt(20_000), TimeUnit.MILLISECONDS)) {
        Mishap next = Mishap.values()[random.nextInt(Mishap.values().length)];
        happened.merge(next, 1, Integer::sum);
        LOG.info("{}: {}", id, next);
        suffer(next);
      }
    } catch (IOException e) {
      broken = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void suffer(Mishap mishap) throws IOException, InterruptedException {
    switch (mishap) {
      case STALL -> {
        feed.stall();
        beSilent();
        feed.resume();
      }
      case DIE -> {
        int port = server.port();
        server.close();
        beSilent();
        server = RtspPlayoutServer.start(port);
        server.add("/" + id, feed);
      }
      case JUMP_IN_TIME -> {
        int seconds = 4 + random.nextInt(50_000);
        feed.jumpStreamClock(Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds));
      }
      case CHANGE_SIZE -> {
        showsOther = !showsOther;
        feed.show(showsOther ? other : usual);
      }
      case WRONG_CLOCK ->
          feed.setClockError(Duration.ofMillis(random.nextInt(7_200_000) - 3_600_000L));
    }
  }

  /** Three to twenty seconds without a packet. */
  private void beSilent() throws InterruptedException {
    Instant begin = Instant.now();
    boolean ended = over.await(3_000 + random.nextInt(17_000), TimeUnit.MILLISECONDS);
    silent = silent.plus(Duration.between(begin, Instant.now()));
    if (ended) {
      feed.resume();
    }
  }

  /** Ends the script; the camera is well afterwards. */
  void recover() throws IOException, InterruptedException {
    over.countDown();
    thread.join();
    if (broken != null) {
      throw broken;
    }
  }

  /** How long it sent nothing. */
  Duration silent() {
    return silent;
  }

  Map<Mishap, Integer> happened() {
    return happened;
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    server.close();
  }
}

package io.zaigang.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SilentCameraTest {

  @Test
  void everyOneOfManySilentCamerasIsGivenUpInTime() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("rtsp://127.0.0.1:" + silent.getLocalPort() + "/one");
      List<CompletableFuture<String>> outcomes = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        outcomes.add(CompletableFuture.supplyAsync(() -> open(address), threads));
      }
      for (CompletableFuture<String> outcome : outcomes) {
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("no packet for 0.4 s");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aWaitIsBrokenOffFromAnotherThread() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RtspInput input = new RtspInput(Duration.ofMinutes(1))) {
      URI address = URI.create("rtsp://127.0.0.1:" + silent.getLocalPort() + "/one");
      CompletableFuture<String> outcome =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  input.open(address, Duration.ofMinutes(1));
                  return "open";
                } catch (AvException e) {
                  return e.getMessage();
                }
              });
      silent.accept();
      input.abandon();
      assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo("given up");
    }
  }

  @Test
  void onlyRtspAddressesAreOpened() {
    for (String address : List.of("file:///etc/passwd", "http://127.0.0.1/", "concat:a|b")) {
      try (RtspInput input = new RtspInput(Duration.ofSeconds(1))) {
        assertThat(openMessage(input, URI.create(address.replace("|", "%7C"))))
            .contains("only rtsp and rtsps");
      }
    }
  }

  private static String open(URI address) {
    try (RtspInput input = new RtspInput(Duration.ofMillis(400))) {
      try {
        input.open(address, Duration.ofMillis(400));
        return "open";
      } catch (AvException e) {
        return e.getMessage();
      }
    }
  }

  private static String openMessage(RtspInput input, URI address) {
    try {
      input.open(address, Duration.ofSeconds(1));
      return "open";
    } catch (AvException e) {
      return e.getMessage();
    }
  }
}

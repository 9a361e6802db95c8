package io.zaigang.ingest.playout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Simulated cameras: serves videos in an endless loop over RTSP (TCP interleaved or UDP), in real
 * time, with RTCP sender reports. For the demo and for tests; it can be made to fail in the ways
 * cameras fail. Every client sees the video from its beginning.
 */
public final class RtspPlayoutServer implements AutoCloseable {

  private final ServerSocket server;
  private final Map<String, CameraFeed> feeds = new ConcurrentHashMap<>();
  private final Set<RtspSession> sessions = ConcurrentHashMap.newKeySet();

  private RtspPlayoutServer(ServerSocket server) {
    this.server = server;
  }

  /**
   * Starts serving on the loopback address.
   *
   * @param port 0 for a free one
   */
  public static RtspPlayoutServer start(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      socket.close();
      throw new IOException("Port " + port + " cannot be used: " + e.getMessage(), e);
    }
    RtspPlayoutServer started = new RtspPlayoutServer(socket);
    Thread acceptor = new Thread(started::accept, "playout-accept");
    acceptor.setDaemon(true);
    acceptor.start();
    return started;
  }

  /**
   * Adds a camera.
   *
   * @param path begins with a slash
   */
  public CameraFeed add(String path, EncodedVideo video) {
    CameraFeed feed = new CameraFeed(video);
    add(path, feed);
    return feed;
  }

  /** Adds a camera that another server had before: it comes back as it was. */
  public void add(String path, CameraFeed feed) {
    feeds.put(path, feed);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Where a client finds a camera. */
  public String url(String path) {
    return "rtsp://127.0.0.1:" + port() + path;
  }

  /** Clients connected now. */
  public int clients() {
    return sessions.size();
  }

  /** Breaks every connection; clients may come back. */
  public void dropConnections() {
    sessions.forEach(RtspSession::abort);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        RtspSession session = new RtspSession(socket, feeds);
        sessions.add(session);
        Thread thread =
            new Thread(
                () -> {
                  session.run();
                  sessions.remove(session);
                },
                "playout-session");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        if (!server.isClosed()) {
          Thread.onSpinWait();
        }
      }
    }
  }

  /** Stops serving and breaks every connection. */
  @Override
  public void close() throws IOException {
    server.close();
    dropConnections();
  }
}

package io.zaigang.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * An address that is there from the beginning, in front of a server that comes later: settings name
 * it before the server exists, and no other process can take its port meanwhile.
 */
public final class TcpFront {

  private final ServerSocket socket;
  private volatile int behind;

  private TcpFront(ServerSocket socket) {
    this.socket = socket;
  }

  /** Opens one for as long as the process lives; calls are cut off until there is a server. */
  public static TcpFront open() {
    try {
      TcpFront front = new TcpFront(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      daemon(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Sends calls to this port of the machine from now on. */
  public void to(int port) {
    behind = port;
  }

  private void accept() {
    while (true) {
      try {
        Socket caller = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        daemon(() -> pump(caller, server));
        daemon(() -> pump(server, caller));
      } catch (IOException nobodyBehind) {
        // the caller sees it
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // one side has hung up
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-front");
    thread.setDaemon(true);
    thread.start();
  }
}

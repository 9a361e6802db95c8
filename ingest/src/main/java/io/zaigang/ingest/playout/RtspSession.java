package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.NalUnits.Codec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One client's RTSP conversation, on its own thread, and the player that it starts. */
final class RtspSession implements Runnable, AutoCloseable {

  private static final int SEND_BUFFER = 1 << 16;
  private static final String TRACK = "/trackID=0";
  private static final Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d+)");
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");

  private record Response(String status, String heads, byte[] body) {
    static Response ok(String heads) {
      return new Response("200 OK", heads, new byte[0]);
    }

    static Response refused(String status) {
      return new Response(status, "", new byte[0]);
    }
  }

  private final Socket socket;
  private final Map<String, CameraFeed> feeds;
  private final int id = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
  private @Nullable CameraFeed feed;
  private @Nullable RtpSink sink;
  private @Nullable Thread player;

  RtspSession(Socket socket, Map<String, CameraFeed> feeds) {
    this.socket = socket;
    this.feeds = feeds;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), SEND_BUFFER);
      for (RtspRequest request = RtspRequest.read(in);
          request != null;
          request = RtspRequest.read(in)) {
        respond(request, answer(request, out), out);
        if (request.method().equals("PLAY")) {
          startPlayer();
        } else if (request.method().equals("TEARDOWN")) {
          return;
        }
      }
    } catch (IOException | RuntimeException clientGone) {
      // A client that breaks off or talks nonsense ends its own session and nothing else.
    } finally {
      close();
    }
  }

  private Response answer(RtspRequest request, OutputStream out) throws IOException {
    return switch (request.method()) {
      case "OPTIONS" ->
          Response.ok("Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n");
      case "DESCRIBE" -> describe(request);
      case "SETUP" -> setup(request, out);
      default -> Response.ok("Session: " + id + "\r\n");
    };
  }

  private Response describe(RtspRequest request) {
    CameraFeed found = feeds.get(request.path());
    if (found == null) {
      return Response.refused("404 Not Found");
    }
    byte[] sdp = sdp(found).getBytes(StandardCharsets.US_ASCII);
    String heads = "Content-Base: " + request.address() + "/\r\nContent-Type: application/sdp\r\n";
    return new Response("200 OK", heads, sdp);
  }

  private static String sdp(CameraFeed feed) {
    EncodedVideo video = feed.video();
    String media =
        video.codec() == Codec.H264
            ? "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets="
                + base64(video.parameterSets())
            : "a=rtpmap:96 H265/90000\r\na=fmtp:96 " + hevcParameters(video.parameterSets());
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n"
        + "m=video 0 RTP/AVP 96\r\n"
        + media
        + "\r\na=control:trackID=0\r\n"
        + (feed.announcesAudio() ? "m=audio 0 RTP/AVP 0\r\na=control:trackID=1\r\n" : "");
  }

  private static String hevcParameters(List<byte[]> sets) {
    String[] names = {"sprop-vps", "sprop-sps", "sprop-pps"};
    return sets.stream()
        .map(set -> names[Codec.HEVC.type(set) - 32] + "=" + base64(List.of(set)))
        .collect(Collectors.joining(";"));
  }

  private static String base64(List<byte[]> sets) {
    return sets.stream()
        .map(set -> Base64.getEncoder().encodeToString(set))
        .collect(Collectors.joining(","));
  }

  private Response setup(RtspRequest request, OutputStream out) throws IOException {
    String path = request.path();
    feed =
        feeds.get(path.endsWith(TRACK) ? path.substring(0, path.length() - TRACK.length()) : path);
    if (feed == null) {
      return Response.refused("404 Not Found");
    }
    String transport = request.head("Transport");
    String session = "Session: " + id + ";timeout=60\r\n";
    if (transport.contains("TCP") && feed.refusesTcp()) {
      return Response.refused("461 Unsupported Transport");
    }
    if (transport.contains("TCP")) {
      Matcher matcher = INTERLEAVED.matcher(transport);
      int channel = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
      sink = new InterleavedSink(out, channel);
      return Response.ok(
          "Transport: RTP/AVP/TCP;unicast;interleaved=%d-%d\r\n".formatted(channel, channel + 1)
              + session);
    }
    Matcher matcher = CLIENT_PORT.matcher(transport);
    if (!matcher.find()) {
      return Response.refused("461 Unsupported Transport");
    }
    int port = Integer.parseInt(matcher.group(1));
    UdpSink udp = new UdpSink(socket.getLocalAddress(), socket.getInetAddress(), port);
    sink = udp;
    return Response.ok(
        "Transport: RTP/AVP;unicast;client_port=%d-%d;server_port=%d-%d\r\n"
                .formatted(port, port + 1, udp.rtpPort(), udp.rtcpPort())
            + session);
  }

  private static void respond(RtspRequest request, Response response, OutputStream out)
      throws IOException {
    String length =
        response.body().length > 0 ? "Content-Length: " + response.body().length + "\r\n" : "";
    String head =
        "RTSP/1.0 %s\r\nCSeq: %s\r\n%s%s\r\n"
            .formatted(response.status(), request.head("CSeq"), response.heads(), length);
    synchronized (out) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(response.body());
      out.flush();
    }
  }

  private void startPlayer() {
    CameraFeed chosen = feed;
    RtpSink to = sink;
    if (chosen != null && to != null && player == null) {
      player = new Thread(new FeedPlayer(chosen, to, id, this::abort), "playout-" + id);
      player.setDaemon(true);
      player.start();
    }
  }

  /** Ends the connection at once, as a camera does that loses its power. */
  void abort() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // It is gone, which is what was wanted.
    }
  }

  @Override
  public void close() {
    if (player != null) {
      player.interrupt();
    }
    if (sink != null) {
      sink.close();
    }
    abort();
  }
}

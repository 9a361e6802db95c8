package io.zaigang.ingest.playout;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One RTSP request (RFC 2326): method, address and heads; a body is skipped. */
record RtspRequest(String method, String address, Map<String, String> heads) {

  private static final int MAX_LINE = 8192;

  /** Reads the next request; skips RTCP that comes in between. Null at the end. */
  static @Nullable RtspRequest read(BufferedInputStream in) throws IOException {
    String line = nextLine(in);
    while (line != null && line.isBlank()) {
      line = nextLine(in);
    }
    if (line == null) {
      return null;
    }
    String[] parts = line.split(" ");
    if (parts.length < 2) {
      throw new IOException("no RTSP request");
    }
    Map<String, String> heads = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String head = nextLine(in); head != null && !head.isEmpty(); head = nextLine(in)) {
      int colon = head.indexOf(':');
      if (colon > 0) {
        heads.put(head.substring(0, colon), head.substring(colon + 1).strip());
      }
    }
    in.skipNBytes(Integer.parseInt(heads.getOrDefault("Content-Length", "0")));
    return new RtspRequest(parts[0], parts[1], heads);
  }

  String head(String name) {
    return heads.getOrDefault(name, "");
  }

  String path() {
    return address.equals("*") ? "" : URI.create(address).getPath();
  }

  private static @Nullable String nextLine(BufferedInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next == '$' && line.isEmpty()) {
      in.read();
      int high = in.read();
      in.skipNBytes((long) high << 8 | in.read());
      next = in.read();
    }
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
      if (line.length() > MAX_LINE) {
        throw new IOException("RTSP line too long");
      }
      next = in.read();
    }
    return next < 0 && line.isEmpty() ? null : line.toString();
  }
}

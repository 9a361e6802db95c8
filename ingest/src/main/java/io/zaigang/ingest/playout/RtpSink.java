package io.zaigang.ingest.playout;

import java.io.IOException;

/** Where a session's packets go: interleaved into its RTSP connection, or to UDP ports. */
interface RtpSink extends AutoCloseable {

  void rtp(byte[] packet) throws IOException;

  void rtcp(byte[] packet) throws IOException;

  /** A picture is complete: hand over what is buffered. */
  void flush() throws IOException;

  @Override
  void close();
}

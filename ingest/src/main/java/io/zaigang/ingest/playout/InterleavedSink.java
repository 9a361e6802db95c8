package io.zaigang.ingest.playout;

import java.io.IOException;
import java.io.OutputStream;

/** RTP inside the RTSP connection (RFC 2326, 10.12). */
final class InterleavedSink implements RtpSink {

  private final OutputStream out;
  private final int channel;

  InterleavedSink(OutputStream out, int channel) {
    this.out = out;
    this.channel = channel;
  }

  @Override
  public void rtp(byte[] packet) throws IOException {
    write(channel, packet);
  }

  @Override
  public void rtcp(byte[] packet) throws IOException {
    write(channel + 1, packet);
  }

  private void write(int to, byte[] packet) throws IOException {
    byte[] framed = new byte[packet.length + 4];
    framed[0] = '$';
    framed[1] = (byte) to;
    framed[2] = (byte) (packet.length >> 8);
    framed[3] = (byte) packet.length;
    System.arraycopy(packet, 0, framed, 4, packet.length);
    synchronized (out) {
      out.write(framed);
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (out) {
      out.flush();
    }
  }

  @Override
  public void close() {}
}

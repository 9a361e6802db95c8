package io.zaigang.ingest.playout;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** RTP and RTCP on a pair of UDP ports. */
final class UdpSink implements RtpSink {

  private final DatagramSocket rtpSocket;
  private final DatagramSocket rtcpSocket;
  private final InetAddress client;
  private final int clientRtpPort;

  UdpSink(InetAddress local, InetAddress client, int clientRtpPort) throws IOException {
    this.client = client;
    this.clientRtpPort = clientRtpPort;
    this.rtpSocket = new DatagramSocket(0, local);
    this.rtcpSocket = new DatagramSocket(0, local);
  }

  int rtpPort() {
    return rtpSocket.getLocalPort();
  }

  int rtcpPort() {
    return rtcpSocket.getLocalPort();
  }

  @Override
  public void rtp(byte[] packet) throws IOException {
    rtpSocket.send(new DatagramPacket(packet, packet.length, client, clientRtpPort));
  }

  @Override
  public void rtcp(byte[] packet) throws IOException {
    rtcpSocket.send(new DatagramPacket(packet, packet.length, client, clientRtpPort + 1));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    rtpSocket.close();
    rtcpSocket.close();
  }
}

package io.zaigang.ingest.av;

/** Anything that compressed pictures come out of, in decode order. */
public interface PacketSource extends AutoCloseable {

  /** What the packets are; owned by the source. */
  VideoFormat format();

  /**
   * Fills the packet with the next one.
   *
   * @return false at the end
   */
  boolean read(VideoPacket packet) throws AvException;

  @Override
  void close();
}

package io.zaigang.ingest.playout;

import java.time.Duration;

/**
 * What one simulated camera sends, and how it misbehaves: the handle by which a test or an operator
 * disturbs it while it runs. Safe for use by several threads.
 */
public final class CameraFeed {

  private volatile EncodedVideo video;
  private volatile boolean stalled;
  private volatile boolean senderReports = true;
  private volatile boolean tcpRefused;
  private volatile boolean audioAnnounced;
  private volatile Duration clockError = Duration.ZERO;
  private volatile long streamClockJump;

  CameraFeed(EncodedVideo video) {
    this.video = video;
  }

  /** Sends nothing more, with the connection left open, until {@link #resume}. */
  public void stall() {
    stalled = true;
  }

  /** Goes on sending; what would have been sent meanwhile is lost. */
  public void resume() {
    stalled = false;
  }

  /** Sends other footage from its next picture on, as a camera does whose settings were changed. */
  public void show(EncodedVideo other) {
    video = other;
  }

  /** How wrong the camera's own clock is from now on. */
  public void setClockError(Duration error) {
    clockError = error;
  }

  /** Sends no RTCP sender reports any more: nobody learns the camera's own clock. */
  public void withholdSenderReports() {
    senderReports = false;
  }

  /** Sends over UDP only, as some cameras do. */
  public void refuseTcp() {
    tcpRefused = true;
  }

  /** Announces a sound track as well, which nobody may ask for. */
  public void announceAudio() {
    audioAnnounced = true;
  }

  /** Lets the stream's time stamps jump by so much, ahead or back. */
  public void jumpStreamClock(Duration by) {
    synchronized (this) {
      streamClockJump = streamClockJump + by.toMillis() * 90;
    }
  }

  EncodedVideo video() {
    return video;
  }

  boolean isStalled() {
    return stalled;
  }

  boolean sendsReports() {
    return senderReports;
  }

  boolean refusesTcp() {
    return tcpRefused;
  }

  boolean announcesAudio() {
    return audioAnnounced;
  }

  Duration clockError() {
    return clockError;
  }

  long streamClockJump() {
    return streamClockJump;
  }
}

package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avutil.AVRational;

/** Seconds a tick, as a fraction. */
record TimeBase(int num, int den) {

  /** The clock of every segment: 90 kHz, RTP's own, which holds all usual frame rates exactly. */
  static final TimeBase SEGMENT = new TimeBase(1, 90_000);

  /** Milliseconds. */
  static final TimeBase MILLIS = new TimeBase(1, 1000);

  static TimeBase of(AVRational rational) {
    return new TimeBase(rational.num(), rational.den());
  }

  /** Ticks to milliseconds, to the nearest. */
  long millis(long ticks) {
    return Math.floorDiv(2 * ticks * 1000L * num + den, 2L * den);
  }

  /** The same time in another base, to the nearest tick. */
  long convert(long ticks, TimeBase to) {
    return equals(to) ? ticks : av_rescale_q(ticks, rational(), to.rational());
  }

  double seconds(long ticks) {
    return (double) ticks * num / den;
  }

  /** Milliseconds to ticks, to the nearest. */
  long ticks(long millis) {
    return Math.floorDiv(2 * millis * den + 1000L * num, 2000L * num);
  }

  /** A new rational of this value; the caller's own copy. */
  AVRational rational() {
    return new AVRational().num(num).den(den);
  }
}

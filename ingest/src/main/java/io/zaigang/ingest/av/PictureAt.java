package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Finds and decodes the picture that a segment shows at an instant. */
public final class PictureAt implements AutoCloseable {

  private static final long REORDER_MILLIS = 1000;

  private final PicturePool pool = new PicturePool();
  private final BgrConverter converter = new BgrConverter(pool);

  /** The last picture at or before the instant, or the segment's first. The caller closes it. */
  public SampledPicture find(Segment segment, Instant at) throws AvException {
    long key = keyBefore(segment, at.toEpochMilli());
    try (MediaInput input = MediaInput.openSegment(segment.file());
        VideoDecoder decoder = new VideoDecoder(input.parameters(), input.timeBase())) {
      SampledPicture found = decode(segment, input, decoder, key, at.toEpochMilli());
      if (found == null) {
        throw new AvException(segment.fileName() + " shows no picture at " + at);
      }
      return found;
    }
  }

  private static long keyBefore(Segment segment, long atMillis) throws AvException {
    try (MediaInput input = MediaInput.openSegment(segment.file());
        KeyFrames keys = KeyFrames.read(segment, input)) {
      return keys.millis().stream()
          .filter(millis -> millis <= atMillis)
          .reduce((a, b) -> b)
          .orElse(keys.millis().get(0));
    }
  }

  private @Nullable SampledPicture decode(
      Segment segment, MediaInput input, VideoDecoder decoder, long keyMillis, long atMillis)
      throws AvException {
    SegmentClock clock = null;
    boolean running = false;
    AVPacket packet = av_packet_alloc();
    AVFrame best = av_frame_alloc();
    try {
      while (input.read(packet)) {
        if (clock == null) {
          clock = new SegmentClock(segment, input.timeBase(), packet.pts());
        }
        long millis = clock.millis(packet.pts());
        running |= (packet.flags() & AV_PKT_FLAG_KEY) != 0 && millis == keyMillis;
        if (!running) {
          continue;
        }
        // Reordered pictures may still come; a second of decode time later none can.
        if (clock.millis(packet.dts()) > atMillis + REORDER_MILLIS) {
          break;
        }
        decoder.send(packet);
        keepLatest(decoder, clock, atMillis, best);
      }
      decoder.drain();
      return clock == null ? null : picture(keepLatest(decoder, clock, atMillis, best), clock);
    } finally {
      av_frame_free(best);
      av_packet_free(packet);
    }
  }

  private static AVFrame keepLatest(
      VideoDecoder decoder, SegmentClock clock, long atMillis, AVFrame best) throws AvException {
    while (decoder.receive()) {
      AVFrame frame = decoder.frame();
      if (best.width() == 0 || clock.millis(frame.best_effort_timestamp()) <= atMillis) {
        av_frame_unref(best);
        av_frame_move_ref(best, frame);
      }
    }
    return best;
  }

  private @Nullable SampledPicture picture(AVFrame frame, SegmentClock clock) throws AvException {
    return frame.width() == 0
        ? null
        : new SampledPicture(
            Instant.ofEpochMilli(clock.millis(frame.best_effort_timestamp())),
            converter.convert(frame));
  }

  @Override
  public void close() {
    converter.close();
    pool.close();
  }
}

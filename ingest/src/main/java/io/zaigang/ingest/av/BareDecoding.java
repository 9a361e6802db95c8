package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.footage.Segment;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Decoding and nothing else, on one thread: what the cost of a whole pipeline is measured against.
 * Pictures nobody asked for are dropped as they are.
 */
public final class BareDecoding {

  private BareDecoding() {}

  /**
   * Decodes the key frames of a segment.
   *
   * @return how many
   */
  public static int keyFrames(Segment segment) throws AvException {
    try (MediaInput input = MediaInput.openSegment(segment.file());
        VideoDecoder decoder = new VideoDecoder(input.parameters(), input.timeBase())) {
      input.keyFramesOnly();
      return decode(input, decoder, 1, frame -> {});
    }
  }

  /**
   * Decodes every frame of a segment, as a grabber does that knows nothing of what is wanted.
   *
   * @param every each so manieth picture is converted and handed over; it is closed afterwards
   * @return how many were decoded
   */
  public static int everyFrame(Segment segment, int every, Consumer<BgrPicture> sampled)
      throws AvException {
    try (PicturePool pool = new PicturePool();
        BgrConverter converter = new BgrConverter(pool);
        MediaInput input = MediaInput.openSegment(segment.file());
        VideoDecoder decoder = new VideoDecoder(input.parameters(), input.timeBase())) {
      return decode(
          input,
          decoder,
          every,
          frame -> {
            try (BgrPicture picture = converter.convert(frame.frame())) {
              sampled.accept(picture);
            }
          });
    }
  }

  private static int decode(MediaInput input, VideoDecoder decoder, int every, Taker taker)
      throws AvException {
    AVPacket packet = av_packet_alloc();
    try {
      boolean more = true;
      while (more) {
        more = input.read(packet);
        if (more) {
          decoder.send(packet);
        } else {
          decoder.drain();
        }
        while (decoder.receive()) {
          if ((decoder.decoded() - 1) % every == 0) {
            taker.take(decoder);
          }
        }
      }
      return decoder.decoded();
    } finally {
      av_packet_free(packet);
    }
  }

  /** Takes the frame that a decoder holds. */
  @FunctionalInterface
  private interface Taker {
    void take(VideoDecoder decoder) throws AvException;
  }
}

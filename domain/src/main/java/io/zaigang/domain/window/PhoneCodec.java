package io.zaigang.domain.window;

import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.phone.PhoneTrack;
import io.zaigang.domain.phone.PhoneTrack.TimedLook;
import io.zaigang.domain.phone.PhoneUse;
import io.zaigang.domain.phone.PhoneUseState;
import io.zaigang.domain.phone.PhoneUseState.MinuteOfUse;
import io.zaigang.domain.phone.PhoneUseState.Speaker;
import io.zaigang.domain.snapshot.StateInput;
import io.zaigang.domain.snapshot.StateOutput;
import java.io.IOException;

/** The part of {@link WindowStateCodec} that is about phone use. */
final class PhoneCodec {

  private PhoneCodec() {}

  static void write(PhoneLook look, StateOutput out) throws IOException {
    out.number(look.trackId());
    out.text(look.postId());
    out.fraction(look.probability());
  }

  static PhoneLook readLook(StateInput in) throws IOException {
    return new PhoneLook(in.number(), in.text(), in.fraction());
  }

  static void write(PhoneUseState state, StateOutput out) throws IOException {
    out.list(state.tracks(), track -> write(track, out));
    out.list(
        state.speakers(),
        speaker -> {
          out.text(speaker.postId());
          out.text(speaker.cameraId());
          out.instant(speaker.at());
        });
    out.list(
        state.minutes(),
        minute -> {
          out.instant(minute.minute());
          out.millis(minute.millis());
        });
  }

  static PhoneUseState readState(StateInput in) throws IOException {
    return new PhoneUseState(
        in.list(() -> readTrack(in)),
        in.list(() -> new Speaker(in.text(), in.text(), in.instant())),
        in.list(() -> new MinuteOfUse(in.instant(), in.millis())));
  }

  private static void write(PhoneTrack track, StateOutput out) throws IOException {
    out.text(track.cameraId());
    out.number(track.trackId());
    out.instant(track.watchedSince());
    out.list(
        track.looks(),
        look -> {
          out.instant(look.at());
          out.text(look.postId());
          out.fraction(look.probability());
        });
    out.nullable(
        track.use(),
        use -> {
          out.text(use.postId());
          out.instant(use.startedAt());
          out.instant(use.confirmedAt());
          out.instant(use.lastInUse());
          out.fraction(use.share());
        });
  }

  private static PhoneTrack readTrack(StateInput in) throws IOException {
    return new PhoneTrack(
        in.text(),
        in.number(),
        in.instant(),
        in.list(() -> new TimedLook(in.instant(), in.text(), in.fraction())),
        in.nullable(
            () ->
                new PhoneUse(in.text(), in.instant(), in.instant(), in.instant(), in.fraction())));
  }
}

package io.zaigang.job.source.reader;

import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.FootageElement;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;

/**
 * Emits a camera's items with media time as event time, moves the camera's position, and says in
 * the camera's own watermark how far it has come.
 *
 * <p>A camera's samples come in order, so its watermark may follow on their heels. While live
 * footage is followed it stays {@link LiveTiming#returnAllowance} behind.
 */
final class FootageEmitter implements RecordEmitter<FootageItem, FootageElement, SplitProgress> {

  private final LiveTiming timing;

  FootageEmitter(LiveTiming timing) {
    this.timing = timing;
  }

  @Override
  public void emitRecord(
      FootageItem item, SourceOutput<FootageElement> output, SplitProgress progress) {
    if (item instanceof FootageItem.Picture picture) {
      long at = picture.at().toEpochMilli();
      output.collect(
          new CameraSample.Sampled(
              progress.view(),
              picture.at(),
              picture.picture(),
              picture.framesDecoded(),
              progress.memory()),
          at);
      progress.sampledAt(at);
      reached(at, output, progress);
    } else if (item instanceof FootageItem.LastPicture picture) {
      output.collect(
          new CameraSample.Reference(
              progress.view(), picture.at(), picture.picture(), progress.memory()),
          picture.at().toEpochMilli());
    } else if (item instanceof FootageItem.Unusable unusable) {
      long at = unusable.at().toEpochMilli();
      output.collect(new CameraSample.Blind(progress.view(), unusable.at(), unusable.cause()), at);
      progress.passed(at + 1);
      reached(at, output, progress);
    } else if (item instanceof FootageItem.Hole hole) {
      long until = hole.until().toEpochMilli();
      progress.passed(until);
      reached(until - 1, output, progress);
    } else if (item instanceof FootageItem.AllSilent silent) {
      output.emitWatermark(new Watermark(silent.until().toEpochMilli()));
    } else {
      output.markIdle();
    }
  }

  private void reached(long atMillis, SourceOutput<FootageElement> output, SplitProgress progress) {
    long heldBack = progress.follows() ? timing.returnAllowance().toMillis() : 0;
    output.emitWatermark(new Watermark(atMillis - heldBack));
  }
}

package io.zaigang.job.source;

import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.source.enumerator.EnumeratorState;
import io.zaigang.job.source.enumerator.EnumeratorStateSerializer;
import io.zaigang.job.source.enumerator.FootageEnumerator;
import io.zaigang.job.source.enumerator.FootageSpan;
import io.zaigang.job.source.reader.FootageAccess;
import io.zaigang.job.source.reader.FootageReader;
import io.zaigang.job.source.reader.LiveTiming;
import io.zaigang.job.source.split.FootageSplit;
import io.zaigang.job.source.split.FootageSplitSerializer;
import java.time.Clock;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The recorded footage of all planned cameras: over a span, or from a moment on without end.
 *
 * <p>A camera is a split, its offset a media time; to replay is to read again. Watermarks are the
 * reader's own, one per camera, so it is used without a watermark strategy.
 */
public final class FootageSource
    implements Source<FootageElement, FootageSplit, EnumeratorState>,
        ResultTypeQueryable<FootageElement>,
        SupportsSplitReassignmentOnRecovery {

  private static final long serialVersionUID = 1;

  private final PlanFeed feed;
  private final FootageSpan span;
  private final FootageAccess access;
  private final LiveTiming timing;

  public FootageSource(PlanFeed feed, FootageSpan span, FootageAccess access, LiveTiming timing) {
    this.feed = feed;
    this.span = span;
    this.access = access;
    this.timing = timing;
  }

  @Override
  public Boundedness getBoundedness() {
    return span.bounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<FootageElement, FootageSplit> createReader(SourceReaderContext context) {
    return FootageReader.create(access, timing, context);
  }

  @Override
  public SplitEnumerator<FootageSplit, EnumeratorState> createEnumerator(
      SplitEnumeratorContext<FootageSplit> context) {
    return new FootageEnumerator(context, feed, span, Clock.systemUTC());
  }

  @Override
  public SplitEnumerator<FootageSplit, EnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<FootageSplit> context, EnumeratorState state) {
    return new FootageEnumerator(context, feed, span, Clock.systemUTC(), state);
  }

  @Override
  public SimpleVersionedSerializer<FootageSplit> getSplitSerializer() {
    return new FootageSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<EnumeratorState> getEnumeratorCheckpointSerializer() {
    return new EnumeratorStateSerializer();
  }

  @Override
  public TypeInformation<FootageElement> getProducedType() {
    return FootageElementType.INSTANCE;
  }
}

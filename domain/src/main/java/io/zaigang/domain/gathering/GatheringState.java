package io.zaigang.domain.gathering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link GatheringRule} remembers about one area.
 *
 * @param watermark nothing at or before this is still to come; null before the first
 * @param pending samples after the watermark, in time order
 * @param samples those of the last span in working time, in time order
 * @param watchedSince since when the area has been seen without a long gap; null: not at all
 * @param gathering one that goes on; null: none
 */
public record GatheringState(
    @Nullable Instant watermark,
    List<GatheringSample> pending,
    List<GatheringSample> samples,
    @Nullable Instant watchedSince,
    @Nullable Gathering gathering) {

  /** Nothing seen yet. */
  public static final GatheringState INITIAL =
      new GatheringState(null, List.of(), List.of(), null, null);

  public GatheringState {
    pending = List.copyOf(pending);
    samples = List.copyOf(samples);
  }
}

package io.zaigang.models.presence;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.presence.PresenceFilterState;
import io.zaigang.models.condition.CameraCondition;
import io.zaigang.models.imaging.GreyPicture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches the post zones of one camera from picture to picture.
 *
 * <p>Remembers the last picture, to see what moves, and some kilobytes of state. After a restart
 * {@link #recall} takes the state back and {@link #remind} the picture; then it judges on as if
 * nothing had happened. Close it; not thread-safe.
 */
public final class CameraWatch implements AutoCloseable {

  private final PostWatch networks;
  private final List<WatchedZone> zones;
  private final List<PresenceFilterState> states = new ArrayList<>();
  private final GreyPicture grey = new GreyPicture();
  private final CameraCondition condition;
  private final MotionMeter motionMeter;
  private int inferences;

  CameraWatch(PostWatch networks, List<WatchedZone> zones) {
    this.networks = networks;
    this.zones = List.copyOf(zones);
    this.condition = new CameraCondition(networks.settings().condition());
    this.motionMeter = new MotionMeter(zones.stream().map(WatchedZone::polygon).toList());
    for (int i = 0; i < zones.size(); i++) {
      states.add(networks.filter().initial());
    }
  }

  /**
   * Judges a picture, and looks at every zone of it if it can be used. Of a post with several zones
   * the likeliest counts.
   *
   * @param at media time of the picture, after that of the one before
   */
  public CameraLook look(Instant at, BgrPicture picture) {
    grey.fill(picture);
    BlindCause blind = condition.check(at, grey).orElse(null);
    Optional<Motion> motion = motionMeter.measure(at, grey).filter(Motion::steady);
    if (blind != null) {
      return new CameraLook(blind, List.of());
    }
    Map<String, PostEvidence> posts = new LinkedHashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      int zone = i;
      PostEvidence evidence = look(i, at, picture, motion.map(m -> m.zones().get(zone)));
      posts.merge(evidence.postId(), evidence, (a, b) -> b.presence() > a.presence() ? b : a);
    }
    return new CameraLook(null, List.copyOf(posts.values()));
  }

  private PostEvidence look(int index, Instant at, BgrPicture picture, Optional<Double> motion) {
    PostWatchSettings settings = networks.settings();
    WatchedZone zone = zones.get(index);
    ZoneLook look = new ZoneLook(picture, zone.polygon(), settings.cropFactor());
    Map<String, Double> cues = new LinkedHashMap<>();
    motion.ifPresent(share -> cues.put(PresenceFilterSettings.MOTION, share));
    cues.put(PresenceFilterSettings.SSD, look.bestPerson(networks.first()));
    inferences++;
    PresenceFilterState before = states.get(index);
    PresenceFilterState after = networks.filter().update(before, at, cues);
    if (after.presence() > settings.sureEmpty() && after.presence() < settings.sureStaffed()) {
      cues.put(PresenceFilterSettings.NANODET, look.bestPerson(networks.second()));
      inferences++;
      after = networks.filter().update(before, at, cues);
    }
    states.set(index, after);
    return new PostEvidence(zone.postId(), cues, after.presence());
  }

  /** Takes a picture only as the one that the next is compared with. */
  public void remind(Instant at, BgrPicture picture) {
    grey.fill(picture);
    condition.remind(grey);
    motionMeter.measure(at, grey);
  }

  /** Inferences run since the last call. */
  public int takeInferences() {
    int count = inferences;
    inferences = 0;
    return count;
  }

  /** What must survive a restart: of each zone a few figures, of the camera its condition. */
  public CameraWatchState state() {
    Map<String, PresenceFilterState> filters = new LinkedHashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      filters.put(name(i), states.get(i));
    }
    return new CameraWatchState(filters, condition.state());
  }

  /** Takes back what {@link #state} gave; a zone that was not there then begins anew. */
  public void recall(CameraWatchState state) {
    for (int i = 0; i < zones.size(); i++) {
      states.set(i, state.filters().getOrDefault(name(i), states.get(i)));
    }
    condition.recall(state.condition());
  }

  /** Posts may have several zones in one camera; they are told apart by their order. */
  private String name(int index) {
    String postId = zones.get(index).postId();
    long before = zones.stream().limit(index).filter(z -> z.postId().equals(postId)).count();
    return postId + "#" + before;
  }

  @Override
  public void close() {
    motionMeter.close();
    grey.close();
  }
}

package io.zaigang.models.presence;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.condition.CameraCondition;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.imaging.GreyPicture;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches one camera and its post zones from picture to picture.
 *
 * <p>Remembers the last picture, to see what moves, and some kilobytes of state. After a restart
 * {@link #recall} takes the state back and {@link #remind} the picture; then it judges on as if
 * nothing had happened. Close it; not thread-safe.
 */
public final class CameraWatch implements AutoCloseable {

  private final PostWatch networks;
  private final List<ZoneWatch> zones;
  private final GreyPicture grey = new GreyPicture();
  private final CameraCondition condition;
  private final MotionMeter motionMeter;
  private int inferences;

  CameraWatch(PostWatch networks, List<WatchedZone> zones) {
    this.networks = networks;
    this.zones = zones.stream().map(zone -> new ZoneWatch(zone, networks)).toList();
    this.condition = new CameraCondition(networks.settings().condition());
    this.motionMeter = new MotionMeter(zones.stream().map(WatchedZone::polygon).toList());
  }

  /**
   * Judges a picture, and if it can be used looks at all of it and at every zone. Of a post with
   * several zones the likeliest counts.
   *
   * @param at media time of the picture, after that of the one before
   */
  public CameraLook look(Instant at, BgrPicture picture) {
    grey.fill(picture);
    BlindCause blind = condition.check(at, grey).orElse(null);
    Optional<Motion> motion = motionMeter.measure(at, grey).filter(Motion::steady);
    if (blind != null) {
      return CameraLook.blind(blind);
    }
    Box whole = new Box(0, 0, picture.widthPx(), picture.heightPx());
    List<LabelledDetection> found = networks.searches().whole().detect(picture, whole);
    inferences++;
    Map<String, PostEvidence> posts = new LinkedHashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      Double moved = motion.isEmpty() ? null : motion.get().zones().get(i);
      PostEvidence evidence = zones.get(i).look(at, picture, moved, found);
      inferences += zones.get(i).takeInferences();
      posts.merge(evidence.postId(), evidence, (a, b) -> b.presence() > a.presence() ? b : a);
    }
    return new CameraLook(null, persons(found), List.copyOf(posts.values()));
  }

  private List<PersonDetection> persons(List<LabelledDetection> found) {
    return found.stream()
        .filter(d -> d.label().equals(LabelledDetection.PERSON))
        .filter(d -> d.score() >= networks.settings().personScore())
        .map(d -> PersonDetection.of(d.box(), d.score()))
        .toList();
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
    Map<String, ZoneState> states = new LinkedHashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      states.put(name(i), zones.get(i).state());
    }
    return new CameraWatchState(states, condition.state());
  }

  /** Takes back what {@link #state} gave; a zone that was not there then begins anew. */
  public void recall(CameraWatchState state) {
    for (int i = 0; i < zones.size(); i++) {
      ZoneWatch zone = zones.get(i);
      zone.recall(state.zones().getOrDefault(name(i), zone.state()));
    }
    condition.recall(state.condition());
  }

  /** Posts may have several zones in one camera; they are told apart by their order. */
  private String name(int index) {
    String postId = zones.get(index).zone().postId();
    long before = zones.stream().limit(index).filter(z -> z.zone().postId().equals(postId)).count();
    return postId + "#" + before;
  }

  @Override
  public void close() {
    motionMeter.close();
    grey.close();
  }
}

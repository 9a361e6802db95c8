package io.zaigang.job.evaluate;

import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.SampleGrid;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.models.presence.CameraLook;
import io.zaigang.models.presence.CameraWatch;
import io.zaigang.models.presence.PostWatch;
import io.zaigang.models.presence.WatchedZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plays a labelled video to the job's own watch over post zones, at the job's sampling. */
final class VideoWatch {

  private final PostWatch networks;
  private final SampleGrid grid;

  VideoWatch(PostWatch networks, double samplesPerSecond) {
    this.networks = networks;
    this.grid = SampleGrid.perSecond(samplesPerSecond);
  }

  /**
   * Looks at every region of a video.
   *
   * @param progress told the media time of each picture sampled
   * @throws InvalidLabelsException when the video cannot be decoded
   */
  List<SeenRegion> watch(LabelledVideo video, Consumer<Instant> progress)
      throws InvalidLabelsException {
    List<SeenRegion> seen = video.regions().stream().map(SeenRegion::new).toList();
    List<WatchedZone> zones = new ArrayList<>();
    video.regions().forEach(r -> zones.add(new WatchedZone(r.id(), r.polygon())));
    long nextSlot = 0;
    try (PictureStream pictures = PictureStream.open(video.file());
        CameraWatch camera = networks.camera(zones)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          Instant at = Instant.EPOCH.plus(picture.offset());
          long slot = grid.slotOf(at);
          if (slot >= nextSlot) {
            nextSlot = slot + 1;
            take(camera.look(at, picture.picture()), at, seen);
            progress.accept(at);
          }
        }
      }
    } catch (AvException e) {
      throw new InvalidLabelsException(video.file() + " cannot be decoded: " + e.getMessage());
    }
    return seen;
  }

  private static void take(CameraLook look, Instant at, List<SeenRegion> seen) {
    for (SeenRegion region : seen) {
      if (look.blind() != null) {
        region.addBlind();
        continue;
      }
      for (PostEvidence post : look.posts()) {
        if (post.postId().equals(region.region().id())) {
          region.add(at, post);
        }
      }
    }
  }
}

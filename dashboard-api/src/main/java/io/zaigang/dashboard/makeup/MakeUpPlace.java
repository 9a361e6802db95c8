package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.punch.PunchSettings;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.duty.DutyAssignment;
import io.zaigang.domain.duty.DutyRoster;
import io.zaigang.domain.duty.GuideDuty;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where to look for a person around a punch: the posts of that day's roster, and their cameras. */
@Component
class MakeUpPlace {

  private final DutyReader duty;
  private final SitePlans plans;
  private final PunchSettings settings;

  MakeUpPlace(DutyReader duty, SitePlans plans, PunchSettings settings) {
    this.duty = duty;
    this.plans = plans;
    this.settings = settings;
  }

  /**
   * Where and when to look.
   *
   * @param posts the person's own post, or all of the window where the roster names none
   */
  record Place(ServiceWindow window, List<Post> posts, Instant from, Instant to) {

    /** Cameras that see the posts, in plan order. */
    List<String> cameraIds() {
      return posts.stream()
          .flatMap(post -> post.zones().stream())
          .map(Zone::cameraId)
          .distinct()
          .toList();
    }

    List<String> cameraIdsFor(SignedIn user) {
      return cameraIds().stream().filter(user::mayWatch).toList();
    }
  }

  /** Empty where the roster names no window for the person that day. */
  Optional<Place> of(String staffId, Instant dueAt) {
    LocalDate day = dueAt.atZone(duty.zone()).toLocalDate();
    DutyRoster roster = duty.roster(day, day);
    Instant from = dueAt.minus(settings.before());
    Instant to = dueAt.plus(settings.after());
    Optional<GuideDuty> guide = roster.guideDutyOf(staffId, day);
    if (guide.isPresent()) {
      return window(guide.get().windowId()).map(w -> new Place(w, w.posts(), from, to));
    }
    return roster
        .placeOf(staffId, day)
        .flatMap(at -> window(at.windowId()).map(w -> new Place(w, posts(w, at), from, to)));
  }

  private Optional<ServiceWindow> window(String id) {
    return plans.current().plan().window(id);
  }

  private static List<Post> posts(ServiceWindow window, DutyAssignment assignment) {
    List<Post> own =
        window.posts().stream().filter(post -> post.id().equals(assignment.postId())).toList();
    return own.isEmpty() ? window.posts() : own;
  }
}

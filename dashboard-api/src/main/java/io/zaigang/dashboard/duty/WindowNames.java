package io.zaigang.dashboard.duty;

import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the window and post a row of a list is about, by id or by name. */
final class WindowNames {

  private final SitePlan plan;

  WindowNames(SitePlan plan) {
    this.plan = plan;
  }

  Optional<ServiceWindow> read(RowFields row, SheetColumn column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<ServiceWindow> found =
        plan.windows().stream()
            .filter(window -> window.id().equals(text) || window.name().equals(text))
            .findFirst();
    if (found.isEmpty()) {
      row.problem(column, ProblemCode.UNKNOWN_WINDOW, null);
    }
    return found;
  }

  /** The guide desk of that name, or the only one there is where the cell is empty. */
  Optional<ServiceWindow> guideDesk(RowFields row, SheetColumn column) {
    List<ServiceWindow> desks =
        plan.windows().stream().filter(w -> w.kind() == WindowKind.GUIDE_DESK).toList();
    String text = row.textOrNull(column);
    Optional<ServiceWindow> found =
        desks.stream()
            .filter(
                desk ->
                    text == null
                        ? desks.size() == 1
                        : desk.id().equals(text) || desk.name().equals(text))
            .findFirst();
    if (found.isEmpty()) {
      row.problem(
          column,
          ProblemCode.NO_GUIDE_DESK,
          String.join("、", desks.stream().map(ServiceWindow::name).toList()));
    }
    return found;
  }

  @Nullable String postId(RowFields row, SheetColumn column, ServiceWindow window) {
    String text = row.textOrNull(column);
    if (text == null) {
      return null;
    }
    Optional<Post> post =
        window.posts().stream()
            .filter(p -> p.id().equals(text) || p.name().equals(text))
            .findFirst();
    if (post.isEmpty()) {
      row.problem(
          column,
          ProblemCode.UNKNOWN_POST,
          String.join("、", window.posts().stream().map(Post::name).toList()));
    }
    return post.map(Post::id).orElse(null);
  }
}

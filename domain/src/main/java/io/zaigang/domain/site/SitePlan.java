package io.zaigang.domain.site;

import java.util.List;
import java.util.Optional;

/**
 * One hall as the administrator describes it: who watches what, by which rules, when.
 *
 * <p>A plan that exists is valid: ids are unique and resolve, polygons are simple, hours do not
 * overlap. Plans come from {@link SitePlanReader}, which reports every problem at once.
 *
 * @param closures when single windows are closed with leave; usually none: a dashboard keeps them
 *     apart from its plan and adds them for the job
 */
public record SitePlan(
    Hall hall,
    CalendarSettings calendar,
    RuleSettings rules,
    List<Camera> cameras,
    List<ServiceWindow> windows,
    List<Area> areas,
    List<WindowClosure> closures,
    OperationSettings operation) {

  public SitePlan {
    cameras = List.copyOf(cameras);
    windows = List.copyOf(windows);
    areas = List.copyOf(areas);
    closures = List.copyOf(closures);
  }

  /**
   * The same plan with these closures in place of its own; those of windows it has not are left
   * out.
   */
  public SitePlan closedAt(List<WindowClosure> others) {
    List<WindowClosure> known =
        others.stream().filter(closure -> window(closure.windowId()).isPresent()).toList();
    return new SitePlan(hall, calendar, rules, cameras, windows, areas, known, operation);
  }

  /** A plan without closures that says nothing about how the installation is run. */
  public SitePlan(
      Hall hall,
      CalendarSettings calendar,
      RuleSettings rules,
      List<Camera> cameras,
      List<ServiceWindow> windows,
      List<Area> areas) {
    this(hall, calendar, rules, cameras, windows, areas, List.of(), OperationSettings.DEFAULT);
  }

  /** The same with other cameras. */
  public SitePlan withCameras(List<Camera> others) {
    return new SitePlan(hall, calendar, rules, others, windows, areas, closures, operation);
  }

  /** The same with other windows and areas, and the closures of those windows. */
  public SitePlan withPlaces(List<ServiceWindow> otherWindows, List<Area> otherAreas) {
    return new SitePlan(
            hall, calendar, rules, cameras, otherWindows, otherAreas, List.of(), operation)
        .closedAt(closures);
  }

  /** The same with other rules of the hall. */
  public SitePlan withRules(RuleSettings others) {
    return new SitePlan(hall, calendar, others, cameras, windows, areas, closures, operation);
  }

  public Optional<Camera> camera(String cameraId) {
    return cameras.stream().filter(c -> c.id().equals(cameraId)).findFirst();
  }

  public Optional<ServiceWindow> window(String windowId) {
    return windows.stream().filter(w -> w.id().equals(windowId)).findFirst();
  }

  /** Rules in force for a window: the hall's, with the window's own in their place. */
  public RuleSettings rulesFor(ServiceWindow window) {
    return window.rules().over(rules);
  }
}

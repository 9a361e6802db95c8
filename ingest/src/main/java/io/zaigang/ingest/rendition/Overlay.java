package io.zaigang.ingest.rendition;

import io.zaigang.domain.geometry.Polygon;
import java.time.ZoneId;
import java.util.List;

/**
 * What is burnt into a rendition.
 *
 * @param title hall and window, for instance {@code 旌德县政务服务中心 3号窗口 不动产登记}
 * @param subtitle camera and what it is about
 * @param zone in whose time the clock is shown
 * @param outlines zones to draw
 * @param blur what becomes of people outside the posts
 * @param clear zones that stay as they are where the rest is blurred, in fractions of the picture
 */
public record Overlay(
    String title,
    String subtitle,
    ZoneId zone,
    List<Outline> outlines,
    Blur blur,
    List<Polygon> clear) {

  /** What becomes of people outside the posts. */
  public enum Blur {
    NONE,
    /** Everything outside of {@code clear} is coarsened until nobody can be recognised. */
    OUTSIDE_POSTS
  }

  /**
   * A zone drawn with its name.
   *
   * @param polygon in fractions of the picture
   */
  public record Outline(String name, Polygon polygon) {}

  public Overlay {
    outlines = List.copyOf(outlines);
    clear = List.copyOf(clear);
  }

  /** The same with everybody outside the posts blurred. */
  public Overlay blurred() {
    return new Overlay(title, subtitle, zone, outlines, Blur.OUTSIDE_POSTS, clear);
  }
}

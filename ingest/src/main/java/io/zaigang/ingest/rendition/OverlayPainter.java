package io.zaigang.ingest.rendition;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Draws the overlay of one clip onto its pictures, all of one size. Not thread-safe. */
final class OverlayPainter {

  /** Lines of text that a picture's height could hold. */
  private static final int LINES = 26;

  private static final int SMALLEST_PX = 9;
  private static final Color BAR = new Color(0, 0, 0, 150);
  private static final Color TEXT = Color.WHITE;
  private static final Color OUTLINE = new Color(0xFFC53D);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.S xxx");

  private final Overlay overlay;
  private final int widthPx;
  private final int heightPx;
  private final Font font;
  private final BufferedImage still;
  private final int line;

  OverlayPainter(Overlay overlay, OverlayFont fonts, int widthPx, int heightPx) {
    this.overlay = overlay;
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    int size = Math.max(SMALLEST_PX, heightPx / LINES);
    this.font = fonts.ofSize(size);
    this.line = size * 3 / 2;
    this.still = drawStill();
  }

  /** Burns everything into a picture that shows this moment. */
  void paint(Graphics2D graphics, Instant moment) {
    graphics.drawImage(still, 0, 0, null);
    prepare(graphics);
    String clock = CLOCK.format(moment.atZone(overlay.zone()));
    FontMetrics metrics = graphics.getFontMetrics();
    int x = widthPx - metrics.stringWidth(clock) - line / 2;
    int y = heightPx - line + metrics.getAscent() + (line - metrics.getHeight()) / 2;
    graphics.drawString(clock, x, y);
  }

  /** What is the same in every picture: bars, names, zones. */
  private BufferedImage drawStill() {
    BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    prepare(graphics);
    for (Overlay.Outline outline : overlay.outlines()) {
      draw(graphics, outline);
    }
    graphics.setColor(BAR);
    graphics.fillRect(0, 0, widthPx, line);
    graphics.fillRect(0, heightPx - line, widthPx, line);
    graphics.setColor(TEXT);
    FontMetrics metrics = graphics.getFontMetrics();
    int rise = metrics.getAscent() + (line - metrics.getHeight()) / 2;
    graphics.drawString(fitting(overlay.title(), widthPx - line, metrics), line / 2, rise);
    int room = widthPx - line * 2 - metrics.stringWidth("0000-00-00 00:00:00.0 +00:00");
    String subtitle = fitting(overlay.subtitle(), room, metrics);
    graphics.drawString(subtitle, line / 2, heightPx - line + rise);
    graphics.dispose();
    return image;
  }

  private void draw(Graphics2D graphics, Overlay.Outline outline) {
    graphics.setColor(OUTLINE);
    graphics.setStroke(new BasicStroke(Math.max(1.5f, heightPx / 360f)));
    graphics.draw(shape(outline.polygon(), widthPx, heightPx));
    Point first =
        outline.polygon().points().stream()
            .min((a, b) -> Double.compare(a.y() + a.x(), b.y() + b.x()))
            .orElseThrow();
    FontMetrics metrics = graphics.getFontMetrics();
    int x = (int) (first.x() * widthPx) + line / 4;
    int y = (int) (first.y() * heightPx) + metrics.getAscent() + line / 8;
    graphics.setColor(BAR);
    int width = metrics.stringWidth(outline.name()) + line / 3;
    graphics.fillRect(x - line / 6, y - metrics.getAscent(), width, metrics.getHeight());
    graphics.setColor(OUTLINE);
    graphics.drawString(outline.name(), x, y);
  }

  private void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.setColor(TEXT);
  }

  private static String fitting(String text, int widthPx, FontMetrics metrics) {
    String fitting = text;
    while (metrics.stringWidth(fitting) > widthPx && fitting.length() > 1) {
      fitting = fitting.substring(0, fitting.length() - 2) + "…";
    }
    return fitting;
  }

  static Shape shape(Polygon fractions, int widthPx, int heightPx) {
    Path2D path = new Path2D.Double();
    for (Point point : fractions.scaled(widthPx, heightPx).points()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.x(), point.y());
      } else {
        path.lineTo(point.x(), point.y());
      }
    }
    path.closePath();
    return path;
  }
}

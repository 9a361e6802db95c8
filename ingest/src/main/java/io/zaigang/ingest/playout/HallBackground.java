package io.zaigang.ingest.playout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A plain drawn service hall: wall, three windows with their numbers, the counter. */
final class HallBackground {

  private static final String[] NUMBERS = {"一", "二", "三"};
  private static final Color WALL_TOP = new Color(0xE4E1DA);
  private static final Color WALL_BOTTOM = new Color(0xD3CFC6);
  private static final Color PANEL = new Color(0xC7C3BA);
  private static final Color SIGN = new Color(0x1F4E8C);
  private static final Color COUNTER = new Color(0x8A6B4C);
  private static final Color COUNTER_TOP = new Color(0xB59878);
  private static final Color FLOOR = new Color(0x9C9A96);

  private HallBackground() {}

  static BufferedImage draw(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, WALL_TOP, 0, height, WALL_BOTTOM));
    g.fillRect(0, 0, width, height);
    for (int window = 0; window < NUMBERS.length; window++) {
      drawWindow(g, width * window / NUMBERS.length, width / NUMBERS.length, height, window);
    }
    drawCounter(g, width, height);
    g.dispose();
    return image;
  }

  private static void drawWindow(Graphics2D g, int x, int width, int height, int number) {
    int margin = width / 20;
    int signHeight = height / 11;
    g.setColor(PANEL);
    g.setStroke(new BasicStroke(2));
    g.drawRect(x + margin, signHeight + margin, width - 2 * margin, height * 3 / 5);
    g.setColor(SIGN);
    g.fillRoundRect(x + width / 4, margin / 2, width / 2, signHeight, 12, 12);
    g.setColor(Color.WHITE);
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, signHeight / 2);
    String text = NUMBERS[number] + "号窗口";
    g.setFont(font);
    // A machine without Chinese fonts still gets a hall with numbers.
    String shown = font.canDisplayUpTo(text) < 0 ? text : String.valueOf(number + 1);
    int textWidth = g.getFontMetrics().stringWidth(shown);
    g.drawString(shown, x + (width - textWidth) / 2, margin / 2 + signHeight * 2 / 3);
  }

  private static void drawCounter(Graphics2D g, int width, int height) {
    int top = height * 4 / 5;
    g.setColor(COUNTER_TOP);
    g.fillRect(0, top - height / 40, width, height / 40);
    g.setColor(COUNTER);
    g.fillRect(0, top, width, height / 8);
    g.setColor(FLOOR);
    g.fillRect(0, top + height / 8, width, height);
  }
}

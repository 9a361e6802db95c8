package io.zaigang.dashboard.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages for people to look at: only where {@code -Dzaigang.test.screens=DIR} asks. */
final class Screens {

  private static final int[][] SIZES = {{1920, 1080}, {1440, 900}};

  private Screens() {}

  /** Takes the page at the sizes the hall's screens have; leaves it at 1440 by 900. */
  static void keep(Page page, String name) {
    String folder = System.getProperty("zaigang.test.screens", "");
    if (folder.isEmpty()) {
      return;
    }
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, name + "-" + size[0] + "x" + size[1] + ".png")));
    }
  }
}

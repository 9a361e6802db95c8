package io.zaigang.dashboard.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;

/** Pictures of pages for people to look at: only where {@code -Dzaigang.test.screens=DIR} asks. */
final class Screens {

  private static final int[][] SIZES = {{1920, 1080}, {1440, 900}, {390, 844}};

  private Screens() {}

  /** Takes the page at the sizes of a wall's, a desk's and a hand's screen; leaves it as it was. */
  static void keep(Page page, String name) {
    String folder = System.getProperty("zaigang.test.screens", "");
    if (folder.isEmpty()) {
      return;
    }
    ViewportSize before = page.viewportSize();
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      page.evaluate(
          "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 150)))");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, name + "-" + size[0] + "x" + size[1] + ".png")));
    }
    page.setViewportSize(before.width, before.height);
  }
}

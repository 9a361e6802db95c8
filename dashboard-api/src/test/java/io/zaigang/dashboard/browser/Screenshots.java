package io.zaigang.dashboard.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Keeps pictures of pages for people to look at, where {@code zaigang.screenshots} names a folder.
 */
final class Screenshots {

  private Screenshots() {}

  /** On a desk's screen and on the wall's. */
  static void take(Page page, String name) {
    String folder = System.getProperty("zaigang.screenshots");
    if (folder == null) {
      return;
    }
    take(page, Path.of(folder, name + "-1440.png"), 1440, 900);
    take(page, Path.of(folder, name + "-1920.png"), 1920, 1080);
    page.setViewportSize(1440, 900);
  }

  private static void take(Page page, Path file, int width, int height) {
    page.setViewportSize(width, height);
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 150)))");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}

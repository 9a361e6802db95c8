package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.footage.HallFootage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The footage page in a real browser, on real footage with a gap in it. */
@DashboardTest
class FootageBrowserIT {

  private static final Instant FIRST =
      OffsetDateTime.parse("2026-03-03T09:00:00+08:00").toInstant();
  private static final Instant SECOND = FIRST.plusSeconds(300);

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  @Test
  void playsSkipsTheGapAndExportsWithAReason(Desks desks) throws Exception {
    HallFootage footage = HallFootage.compose(folder);
    footage.record(desks, "cam-01", FIRST);
    footage.record(desks, "cam-01", SECOND);
    desks.addAccount("wang", Role.DESK);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "wang");
    assertThat(page.getByText("没有事件")).isVisible();

    page.navigate("/footage?window=w03&at=2026-03-03T01:00:30Z");
    Locator clock = page.locator("figcaption time");
    assertThat(clock).containsText("2026-03-03 09:00:3");
    assertThat(page.locator(".recorded")).hasCount(2);
    assertThat(clock).containsText(Pattern.compile("09:00:(3[2-9]|4\\d)"));

    page.keyboard().press("Space");
    page.locator("input[type=time]").fill("09:02:00");
    page.getByText("跳过无录像").click();
    assertThat(clock).containsText("2026-03-03 09:05:0");

    page.keyboard().press("i");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(clock).containsText(Pattern.compile("09:05:1\\d"));
    page.keyboard().press("o");
    page.getByText("导出片段").click();
    page.getByText("打码画面").click();
    page.getByLabel("导出理由").fill("周例会取证");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Download clip = page.waitForDownload(() -> dialog.getByText("导出片段").last().click());
    assertThat(clip.suggestedFilename()).startsWith("cam-01-20260303-01050");
    assertThat(clip.suggestedFilename()).endsWith("Z-blurred.zip");
    assertThat(Files.size(clip.path())).isGreaterThan(10_000);
    assertThat(exportReason(desks)).isEqualTo("周例会取证");
  }

  /** Chromium plays no H.265: what it shows was transcoded while it asked. */
  @Test
  void playsAnH265Camera(Desks desks) throws Exception {
    HallFootage.h265("cam-02", FIRST.plusSeconds(3600));
    desks.addAccount("wang", Role.DESK);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "wang");
    assertThat(page.getByText("没有事件")).isVisible();

    page.navigate("/footage?camera=cam-02&at=2026-03-03T02:00:01Z");

    Locator clock = page.locator("figcaption time");
    assertThat(clock).containsText("2026-03-03 10:00:0");
    assertThat(clock).containsText(Pattern.compile("10:00:0[4-8]"));
  }

  private static String exportReason(Desks desks) {
    return desks
        .bean(JdbcTemplate.class)
        .queryForObject(
            "select reason from audit_event where action = 'CLIP_EXPORTED'", String.class);
  }
}

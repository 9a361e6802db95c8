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
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** 统计 in a real browser: from a number to what is behind it. */
@DashboardTest
class FiguresBrowserIT {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  @Test
  void leadsFromTheWeekToTheFootageBehindANumber(Desks desks) throws Exception {
    reportAWeek(desks);
    HallFootage.compose(folder)
        .record(desks, "cam-01", Instant.parse("2026-03-02T00:40:50Z")); // 08:40:50 of the hall
    desks.addAccount("zhao", Role.SUPERVISOR);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "zhao");
    page.getByText("统计", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("起始日期").fill("2026-03-02");
    page.getByLabel("截止日期").fill("2026-03-06");

    Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("3号窗口"));
    assertThat(row.locator(".rate")).hasText("75.0%");
    assertThat(row.locator(".thin")).hasText("75.0%");
    assertThat(page.locator(".tile").first()).containsText("在岗率");
    Screens.keep(page, "figures");

    row.locator("button", new Locator.LocatorOptions().setHasText("1")).click();
    Locator drawer = page.getByRole(AriaRole.DIALOG);
    assertThat(drawer).containsText("2026-03-02 08:41:00");
    drawer.locator("a").click();
    assertThat(page).hasURL(Pattern.compile("/footage\\?window=w03&at=2026-03-02T08:41:00"));
    assertThat(page.locator("figcaption time")).containsText("2026-03-02 08:41:");

    page.goBack();
    row.getByText("3号窗口").click();
    assertThat(page.locator("tbody tr")).hasCount(5);
    Screens.keep(page, "figures-window");
    Download excel = page.waitForDownload(() -> page.getByText("导出 Excel").click());
    assertThat(excel.suggestedFilename()).startsWith("在岗统计 2026-03-02");
    assertThat(Files.size(excel.path())).isGreaterThan(2000);
  }

  /** Of four hours each day: three parts staffed, one empty, and every fourth minute unseen. */
  private static void reportAWeek(Desks desks) {
    for (int day = 0; day < 5; day++) {
      for (String window : new String[] {"w03", "w04"}) {
        StringJoiner minutes = new StringJoiner(",", "[", "]");
        for (int i = 0; i < 240; i++) {
          minutes.add(minute(window, MONDAY.plusDays(day), i));
        }
        assertThat(desks.job().post("/internal/occupancy", minutes.toString()).statusCode())
            .isEqualTo(200);
      }
    }
    desks
        .job()
        .post(
            "/internal/incidents",
            """
            [{"id":"v1","type":"VACANCY","windowId":"w03","postIds":["w03-a"],"areaId":null,
              "cameraIds":["cam-01"],"startedAt":"2026-03-02T08:41:00+08:00",
              "confirmedAt":"2026-03-02T08:46:00+08:00","endedAt":"2026-03-02T08:51:00+08:00",
              "status":"CLOSED","blindSeconds":0,"measure":{}}]""");
  }

  private static String minute(String window, LocalDate day, int i) {
    boolean blind = window.equals("w03") && i % 4 == 3;
    return """
        {"windowId":"%s","minute":"%sT%02d:%02d:00+08:00","staffedSeconds":%d,"emptySeconds":%d,\
        "blindSeconds":%d,"exemptSeconds":0,"meanPersons":1,"phoneSeconds":%d}"""
        .formatted(
            window, day, 8 + i / 60, i % 60, blind ? 0 : 45, blind ? 0 : 15, blind ? 60 : 0, i % 3);
  }
}

package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.footage.HallFootage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a real browser, on the real back end with real footage. */
@DashboardTest
class DeskBrowserIT {

  private static final DateTimeFormatter HALL_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @TempDir private static Path folder;

  @Test
  void showsAVacancyWithoutReloadAndPlaysItsFootage(Desks desks) throws Exception {
    Instant start = Instant.now().minusSeconds(60);
    HallFootage.compose(folder).record(desks, "cam-01", start);
    desks.addAccount("wang", Role.DESK);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "wang");
    assertThat(page.getByText("没有事件")).isVisible();
    page.evaluate("window.neverReloaded = true");

    Instant onset = start.plusSeconds(20);
    desks.job().post("/internal/incidents", vacancy(onset, null));

    Locator row = page.locator("[data-incident]");
    assertThat(row).containsText("空岗");
    assertThat(row).containsText("3号窗口 不动产登记");
    assertThat(row).containsText("进行中");
    assertThat(row).containsText(HALL_CLOCK.format(onset));
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);

    row.click();
    Locator video = page.locator("video");
    double before = currentTime(video);
    page.waitForCondition(() -> currentTime(video) > before + 2);
    Instant shown = onset.minusSeconds(10);
    assertThat(page.locator(".stamp")).containsText(HALL_CLOCK.format(shown).substring(0, 5));
  }

  @Test
  void countsAVacancyUntilItIsOver(Desks desks) {
    desks.addAccount("wang", Role.DESK);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "wang");
    Caller job = desks.job();
    Instant onset = Instant.now().minusSeconds(305);

    job.post("/internal/presence", presence("EMPTY", onset, 0));
    job.post("/internal/incidents", vacancy(onset, null));
    Locator card = page.locator(".card", new Page.LocatorOptions().setHasText("3号窗口"));
    assertThat(card).containsText("空岗");
    Locator duration = page.locator("[data-incident] .duration");
    assertThat(duration).containsText("5 分");
    String first = duration.textContent();
    page.waitForCondition(() -> !duration.textContent().equals(first));

    job.post("/internal/presence", presence("STAFFED", Instant.now(), 1));
    job.post("/internal/incidents", vacancy(onset, onset.plusSeconds(300)));
    assertThat(card).containsText("在岗");
    assertThat(duration).hasText("5 分 00 秒");
    assertThat(page.locator("[data-incident]")).not().containsText("进行中");
  }

  @Test
  void isWorkedByKeyboardAlone(Desks desks) {
    desks.addAccount("wang", Role.DESK);
    Caller job = desks.job();
    Instant now = Instant.now();
    job.post("/internal/incidents", vacancy(now.minusSeconds(400), now.minusSeconds(60)));
    job.post("/internal/incidents", vacancy(now.minusSeconds(4000), now.minusSeconds(3000)));
    Page page = browser.open(desks, 1440, 900);
    page.navigate("/");
    assertThat(page.getByLabel("用户名")).isFocused();
    page.keyboard().type("wang");
    page.keyboard().press("Tab");
    page.keyboard().type(Desks.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-incident]")).hasCount(2);

    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-incident][aria-current=true]"))
        .containsText(HALL_CLOCK.format(now.minusSeconds(4000)));
    assertThat(page.getByText("这段时间没有录像")).isVisible();
    browser.forgive("status of 404");
    page.keyboard().press("Escape");
    assertThat(page.getByText("选择一条事件查看录像")).isVisible();
  }

  @Test
  void saysWhenTheSessionHasEnded(Desks desks) {
    desks.addAccount("wang", Role.DESK);
    Page page = browser.open(desks, 390, 844);
    DeskBrowser.signIn(page, "wang");
    assertThat(page.getByText("没有事件")).isVisible();

    page.context().clearCookies();
    page.reload();

    assertThat(page.getByLabel("用户名")).isVisible();
  }

  private static double currentTime(Locator video) {
    return ((Number) video.evaluate("video => video.currentTime")).doubleValue();
  }

  private static String presence(String presence, Instant since, int seen) {
    return """
        [{"windowId":"w03","at":"%s","presence":"%s","seen":%d,"since":"%s"}]\
        """
        .formatted(Instant.now(), presence, seen, since);
  }

  private static String vacancy(Instant onset, Instant end) {
    return """
        [{"id":"vacancy-%d","type":"VACANCY","windowId":"w03","postIds":["w03-a","w03-b"],\
        "areaId":null,"cameraIds":["cam-01"],"startedAt":"%s","confirmedAt":"%s","endedAt":%s,\
        "status":"%s","blindSeconds":0,"measure":{"minOnPost":1,"seen":0}}]\
        """
        .formatted(
            onset.toEpochMilli(),
            onset,
            onset.plusSeconds(20),
            end == null ? "null" : "\"" + end + "\"",
            end == null ? "OPEN" : "CLOSED");
  }
}

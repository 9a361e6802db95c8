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
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.dashboard.incident.Judging;
import io.zaigang.domain.incident.Incident;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The supervisor's week in a real browser. */
@DashboardTest
class CircularBrowserIT {

  private static final Incident MONDAY = vacancy("2026-03-02T09:00:00+08:00");
  private static final Incident FRIDAY = vacancy("2026-03-06T10:00:00+08:00");

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  private static Incident vacancy(String local) {
    Instant from = OffsetDateTime.parse(local).toInstant();
    return Incidents.closed(from, from.plusSeconds(720));
  }

  @Test
  void draftsSignsAndCorrectsAfterAnAppealWasWon(Desks desks) throws Exception {
    Judging.report(desks, MONDAY, FRIDAY);
    Judging.confirm(desks, MONDAY, FRIDAY);
    desks.addAccount("chen", Role.SUPERVISOR);
    Page page = browser.open(desks, 1440, 900);
    DeskBrowser.signIn(page, "chen");
    page.getByRole(AriaRole.NAVIGATION).getByText("通报").click();

    page.getByLabel("起草", exact()).fill("2026-03-04");
    page.getByText("起草该周通报").click();
    assertThat(head(page)).containsText("政务通报〔2026〕10号");
    assertThat(head(page)).containsText("草稿");

    // every number leads to what it was counted from
    page.getByLabel("合计 空岗").click();
    Locator offences = page.locator(".frame").last().locator("tbody tr");
    assertThat(offences).hasCount(2);
    assertThat(offences.first().getByText("录像"))
        .hasAttribute("href", Pattern.compile("window=w03&at=2026-03-02T00:59:55"));
    assertThat(page.getByText("第 2 次").first()).isVisible();
    assertThat(page.locator(".cause").first()).containsText("擅自离岗 2");
    Screens.keep(page, "circular");

    page.getByText("签发", exactText()).click();
    page.getByText("确认签发").click();
    assertThat(head(page)).containsText("已签发");
    assertThat(page.getByText("重新统计")).hasCount(0);

    Judging.appeal(desks, MONDAY);
    Judging.reverse(desks, MONDAY);
    page.reload();
    assertThat(page.getByText("签发后有变化，需要出更正版本")).isVisible();
    page.getByText("出更正版本", exactText()).click();
    page.getByLabel("更正原因").fill("3月2日一项申诉成立");
    page.getByText("确定").click();
    assertThat(head(page)).containsText("第 2 版");
    assertThat(head(page)).containsText("草稿");
    page.getByText("签发", exactText()).click();
    page.getByText("确认签发").click();
    assertThat(head(page)).containsText("已签发");
    assertThat(page.getByText("撤销").first()).isVisible();

    page.getByRole(AriaRole.BUTTON, named("核对")).click();
    assertThat(page.getByText("依据未改动，重新计算结果一致")).isVisible();
    Download word = page.waitForDownload(() -> page.getByText("Word").click());
    assertThat(word.suggestedFilename()).isEqualTo("周通报-2026-03-02-第2版.docx");
    assertThat(Files.size(word.path())).isGreaterThan(5_000);

    page.getByText("第 1 版").click();
    assertThat(page.getByLabel("合计 空岗")).hasText("2");
    page.getByText("第 2 版").last().click();
    assertThat(page.getByLabel("合计 空岗")).hasText("1");
  }

  private static Locator head(Page page) {
    return page.locator("header.head");
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByTextOptions exactText() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}

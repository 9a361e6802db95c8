package io.zaigang.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.footage.HallFootage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes to every page of the bar, whatever pages there are, with incidents, presence and footage
 * behind them: nothing may break in the browser, and axe-core may find nothing serious. With {@code
 * -Dtest.jvm.args=-Dzaigang.test.screenshots=DIR} each page is also photographed.
 */
@DashboardTest
class PageTourIT {

  private static final String SCREENSHOTS = System.getProperty("zaigang.test.screenshots", "");

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();
  private static Accessibility accessibility;

  private static final List<Size> SIZES =
      Stream.of(new Size(1440, 900), new Size(1920, 1080), new Size(390, 844))
          .filter(size -> !size.isWall() || !SCREENSHOTS.isEmpty())
          .toList();

  @TempDir private static Path folder;

  private record Size(int width, int height) {

    /** A wall screen shows what a desk's shows, in larger letters: it is only photographed. */
    boolean isWall() {
      return width == 1920;
    }
  }

  /** What the bar does not lead to. */
  private static final List<String> FURTHER =
      List.of(
          "/settings/zones",
          "/settings/models",
          "/settings/storage",
          "/duty?tab=closures",
          "/duty?tab=dingtalk");

  @BeforeAll
  static void startBrowser() throws IOException {
    accessibility = Accessibility.load();
  }

  @Test
  void everyPageOfEverySizeIsFitForEveryone(Desks desks) throws IOException {
    Instant now = Instant.now();
    HallFootage footage = HallFootage.compose(folder);
    footage.record(desks, "cam-01", now.minusSeconds(120));
    footage.record(desks, "cam-02", now.minusSeconds(50));
    String open = fill(desks, now);
    desks.addAccount("wang", Role.values());
    for (Size size : SIZES) {
      Page page = browser.open(desks, size.width(), size.height());
      page.navigate("/");
      assertThat(page.getByLabel("用户名")).isVisible();
      look(page, size, "sign-in");
      DeskBrowser.signIn(page, "wang");
      assertThat(page.locator("[data-incident]").first()).isVisible();
      List<String> addresses = new ArrayList<>(pages(page));
      addresses.addAll(FURTHER);
      for (String address : addresses) {
        page.navigate(address);
        page.waitForLoadState();
        assertThat(page.locator("main")).isVisible();
        page.waitForTimeout(SCREENSHOTS.isEmpty() ? 300 : 2500); // pictures arrive one by one
        look(
            page,
            size,
            address.equals("/") ? "desk" : address.substring(1).replaceAll("[/?=]", "-"));
      }
      page.navigate("/?incident=" + open);
      assertThat(page.getByText("确认属实").first()).isVisible();
      page.waitForTimeout(SCREENSHOTS.isEmpty() ? 300 : 2500);
      look(page, size, "evidence");
      page.context().close();
    }
  }

  @Test
  void everyRoleLandsOnAPageOfItsOwn(Desks desks) {
    for (Role role : List.of(Role.DESK, Role.APPROVER, Role.SUPERVISOR, Role.ADMIN, Role.AUDITOR)) {
      desks.addAccount("only-" + role, role);
      Page page = browser.open(desks, 1440, 900);
      DeskBrowser.signIn(page, "only-" + role);
      assertThat(page.locator("main")).isVisible();
      assertThat(pages(page)).as("pages of " + role).isNotEmpty();
      page.context().close();
    }
    browser.assertNoComplaints();
  }

  private static List<String> pages(Page page) {
    Locator links = page.locator("nav.pages a");
    links.first().waitFor();
    return links.all().stream().map(link -> link.getAttribute("href")).toList();
  }

  private void look(Page page, Size size, String name) {
    if (!SCREENSHOTS.isEmpty()) {
      Path file = Path.of(SCREENSHOTS, name + "-" + size.width() + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
    accessibility.assertNothingSerious(page, name + " at " + size.width());
    browser.tolerate("/api/cameras/");
    browser.tolerate("/api/my/"); // this account is nobody of the roster
    browser.assertNoComplaints();
  }

  /** Windows of every state and incidents of every standing; the id of one that waits. */
  private static String fill(Desks desks, Instant now) {
    desks
        .job()
        .post(
            "/internal/presence",
            """
            [{"windowId":"w03","at":"%1$s","presence":"EMPTY","seen":0,"since":"%2$s"},
             {"windowId":"w04","at":"%1$s","presence":"UNKNOWN","seen":0,"since":"%2$s",\
            "cause":"COVERED"}]\
            """
                .formatted(now, now.minusSeconds(400)));
    DeskIncidents incidents = new DeskIncidents(desks);
    String open = incidents.vacancy(now.minusSeconds(100), null);
    List<String> standings = List.of("CONFIRMED", "DISMISSED", "APPEALED", "UPHELD", "REVERSED");
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    for (int i = 0; i < standings.size(); i++) {
      Instant start = now.minusSeconds(1000L * (i + 1));
      String id = incidents.vacancy(start, start.plusSeconds(400 + 60 * i));
      jdbc.update("update incident set standing = ? where id = ?", standings.get(i), id);
      jdbc.update(
          """
          update incident set review = '{"standing":"' || standing || '","revision":1,"verdict":\
          {"by":"li","at":"2026-03-02T01:00:00Z","dismissal":null,"remark":""},"appeal":null}'
          where id = ?\
          """,
          id);
    }
    return open;
  }
}

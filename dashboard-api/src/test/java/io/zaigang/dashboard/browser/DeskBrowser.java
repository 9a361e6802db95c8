package io.zaigang.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.zaigang.dashboard.Desks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium as a person at the desk uses it: Chinese, and deliberately in another time zone
 * than the hall's. Whatever a page writes to the console as an error is kept and must be nothing.
 */
final class DeskBrowser implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("zaigang.test.chromium", "/usr/bin/chromium"));

  /** 401 on asking who is signed in is how the page learns that nobody is. */
  private static final String NOT_SIGNED_IN_YET = "status of 401";

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private DeskBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts Chromium; skips the test, loudly, where there is none or the page was not built. */
  static DeskBrowser start() {
    assumeTrue(Files.isExecutable(CHROMIUM), "Browser tests skipped: no Chromium at " + CHROMIUM);
    assumeTrue(
        DeskBrowser.class.getResource("/static/index.html") != null,
        "Browser tests skipped: the page was not built (-Dskip.ui)");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-dev-shm-usage",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new DeskBrowser(playwright, browser);
  }

  /** A page of its own session, on the dashboard's address. */
  Page open(Desks desks, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(desks.address())
                .setLocale("zh-CN")
                .setTimezoneId("America/New_York")
                .setViewportSize(width, height));
    context.setDefaultTimeout(15_000);
    Page page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(error -> complaints.add("uncaught: " + error));
    return page;
  }

  /** Signs in as a person does, through the page. */
  static void signIn(Page page, String username) {
    page.navigate("/");
    page.getByLabel("用户名").fill(username);
    page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Desks.PASSWORD);
    page.getByText("登录", new Page.GetByTextOptions().setExact(true)).click();
  }

  /** Takes one complaint that the test meant to cause off the list; it must be there. */
  void forgive(String part) {
    boolean was = complaints.removeIf(complaint -> complaint.contains(part));
    assertThat(was).as("complaint about " + part).isTrue();
  }

  /** Complaints about this, if any, are none: where there is no footage the server says so. */
  void tolerate(String part) {
    complaints.removeIf(complaint -> complaint.contains(part));
  }

  /** Nothing broke the content security policy, threw, or failed to load since last asked. */
  void assertNoComplaints() {
    List<String> since = List.copyOf(complaints);
    complaints.clear();
    assertThat(since).as("errors on the browser's console").isEmpty();
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().contains(NOT_SIGNED_IN_YET)) {
      complaints.add(message.text() + " " + message.location());
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

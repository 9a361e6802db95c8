package io.zaigang.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.zaigang.dashboard.Desks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Debian's Chromium as a person at the desk uses it: Chinese, and deliberately in another time zone
 * than the hall's. Whatever a page writes to the console as an error is kept and must be nothing
 * when a test ends; its pages are closed then, so that none of them speaks in the next test.
 */
final class DeskBrowser implements BeforeAllCallback, AfterEachCallback {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("zaigang.test.chromium", "/usr/bin/chromium"));

  /** 401 on asking who is signed in is how the page learns that nobody is. */
  private static final String NOT_SIGNED_IN_YET = "status of 401";

  /** A test machine may be busy with much else. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final List<String> complaints = new ArrayList<>();
  private @Nullable Browser browser;

  /** One Chromium for all classes of a test run. */
  private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    static Chromium launch() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      BrowserType.LaunchOptions options =
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
                      "--disable-sync"));
      return new Chromium(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  /** Starts Chromium; skips the tests, loudly, where there is none or the page was not built. */
  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(Files.isExecutable(CHROMIUM), "Browser tests skipped: no Chromium at " + CHROMIUM);
    assumeTrue(
        DeskBrowser.class.getResource("/static/index.html") != null,
        "Browser tests skipped: the page was not built (-Dskip.ui)");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    browser =
        context
            .getRoot()
            .getStore(Namespace.create(DeskBrowser.class))
            .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class)
            .browser();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List.copyOf(browser().contexts()).forEach(BrowserContext::close);
    assertNoComplaints();
  }

  private Browser browser() {
    return Objects.requireNonNull(browser, "not started");
  }

  /** A page of its own session, on the dashboard's address. */
  Page open(Desks desks, int width, int height) {
    BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(desks.address())
                    .setLocale("zh-CN")
                    .setTimezoneId("America/New_York")
                    .setViewportSize(width, height));
    context.setDefaultTimeout(PATIENCE_MILLIS);
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

  /** Takes one complaint that the test meant to cause off the list; it must be there, or come. */
  void forgive(String part) {
    BrowserContext context = browser().contexts().get(0);
    context.waitForCondition(
        () -> complaints.stream().anyMatch(complaint -> complaint.contains(part)));
    tolerate(part);
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
}

package io.zaigang.dashboard.browser;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator makes a channel and tries it, in a real browser. */
@DashboardTest
class NotifyBrowserIT {

  @RegisterExtension static final DeskBrowser browser = new DeskBrowser();

  @Test
  void aRobotIsSetUpTriedAndItsTokenNeverShownAgain(Desks desks) {
    WireMockServer robot = new WireMockServer(options().dynamicPort());
    robot.stubFor(post(urlPathEqualTo("/robot/send")).willReturn(okJson("{\"errcode\":0}")));
    robot.start();
    try {
      desks.addAccount("chen", Role.ADMIN);
      Page page = browser.open(desks, 1440, 900);
      DeskBrowser.signIn(page, "chen");
      page.getByText("通知", exactly()).click();
      page.getByText("新建渠道").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("名称").fill("值班群");
      dialog.getByLabel("接口地址").fill(robot.baseUrl() + "/robot/send");
      dialog.getByLabel("access_token").fill("t0ken");
      dialog.getByText("保存").click();

      Locator channel = page.locator("li", new Page.LocatorOptions().setHasText("值班群"));
      assertThat(channel).containsText("钉钉机器人");
      channel.getByText("发送测试").click();
      assertThat(channel).containsText("已送达");
      robot.verify(1, postRequestedFor(urlPathEqualTo("/robot/send")));

      channel.getByText("修改").click();
      assertThat(dialog.getByLabel("access_token")).hasValue("");
      assertThat(page.locator("body")).not().containsText("t0ken");
    } finally {
      robot.stop();
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}

package io.zaigang.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page with axe-core, from the page's own development packages. */
final class Accessibility {

  private static final Path AXE = Path.of("ui", "node_modules", "axe-core", "axe.min.js");

  /** What axe calls serious or critical, in one line each: rule, help, first element. */
  private static final String SERIOUS =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] })
        return violations
          .filter((one) => ['serious', 'critical'].includes(one.impact))
          .map((one) => `${one.id}: ${one.help}: ${one.nodes.map((n) => n.html).slice(0, 3)}`)
      }
      """;

  private final String axe;

  private Accessibility(String axe) {
    this.axe = axe;
  }

  static Accessibility load() throws IOException {
    assumeTrue(Files.exists(AXE), "Accessibility skipped: no " + AXE + " (-Dskip.ui)");
    return new Accessibility(Files.readString(AXE));
  }

  /** Evaluated, not added as a script: the page's own policy would refuse that, as it should. */
  void assertNothingSerious(Page page, String where) {
    page.evaluate(axe);
    List<?> problems = (List<?>) page.evaluate(SERIOUS);
    assertThat(problems).as("accessibility of " + where).isEmpty();
  }
}

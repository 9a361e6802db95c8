package io.zaigang.dashboard.notify;

import io.zaigang.dashboard.settings.StartupProblem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Addresses of the page in what is sent: {@code zaigang.notify.page}, the address by which people
 * reach it. The dashboard cannot know it (it listens on loopback behind whatever stands before it);
 * without it nothing is linked.
 */
@Component
class PageLinks {

  private final @Nullable String page;

  PageLinks(@Value("${zaigang.notify.page:}") String page) {
    if (!page.isBlank() && !page.startsWith("http://") && !page.startsWith("https://")) {
      throw new StartupProblem(
          "zaigang.notify.page must be the page's address, such as https://zaigang.example.gov.cn");
    }
    this.page = page.isBlank() ? null : page.strip().replaceAll("/+$", "");
  }

  /** Where one incident is looked at and judged; null where the page's address is not known. */
  @Nullable URI incident(String id) {
    return page == null
        ? null
        : URI.create(page + "/?incident=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }
}

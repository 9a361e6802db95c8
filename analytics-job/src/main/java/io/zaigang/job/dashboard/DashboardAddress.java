package io.zaigang.job.dashboard;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the dashboard is and what proves that the job may talk to it.
 *
 * @param url begin of its addresses, without a slash at the end
 * @param tokenFile file with the service token; read anew for each request, as it may be changed
 */
public record DashboardAddress(String url, String tokenFile) implements Serializable {

  public DashboardAddress {
    while (url.endsWith("/")) {
      url = url.substring(0, url.length() - 1);
    }
    String scheme = URI.create(url).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException("The dashboard's address is no http(s) address: " + url);
    }
  }

  /** An address below {@code /internal}. */
  public URI internal(String what) {
    return URI.create(url + "/internal/" + what);
  }

  /** Value of the header {@code Authorization}. */
  public String authorization() throws IOException {
    return "Bearer " + Files.readString(Path.of(tokenFile)).strip();
  }
}

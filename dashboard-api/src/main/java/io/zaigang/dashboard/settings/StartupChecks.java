package io.zaigang.dashboard.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What can be known to be wrong before anything is started or written: settings, the site plan, the
 * data directory, the port.
 */
public final class StartupChecks {

  private final ConfigurableEnvironment environment;
  private final Consumer<Path> sitePlanCheck;

  /**
   * @param sitePlanCheck throws {@link StartupProblem} for a plan file that cannot be used
   */
  public StartupChecks(ConfigurableEnvironment environment, Consumer<Path> sitePlanCheck) {
    this.environment = environment;
    this.sitePlanCheck = sitePlanCheck;
  }

  /**
   * Looks at everything.
   *
   * @throws StartupProblem for the first thing the operator has to mend
   */
  public void run() {
    ZaigangSettings settings = bind();
    sitePlanCheck.accept(settings.siteFile());
    checkPort();
    DataDirectory.prepare(settings.dataDir());
  }

  private ZaigangSettings bind() {
    try {
      BindResult<ZaigangSettings> settings =
          Binder.get(environment).bind("zaigang", ZaigangSettings.class);
      return settings.orElseThrow(
          () -> new StartupProblem("zaigang.data and zaigang.site are not set"));
    } catch (BindException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof StartupProblem problem) {
          throw problem;
        }
      }
      String value = e.getProperty() == null ? "" : " = " + e.getProperty().getValue();
      boolean secret = e.getName().toString().matches(".*(password|secret).*");
      throw new StartupProblem(
          "Setting " + e.getName() + (secret ? "" : value) + " cannot be understood");
    }
  }

  private void checkPort() {
    int port = environment.getProperty("server.port", Integer.class, 8080);
    if (port <= 0) {
      return;
    }
    String address = environment.getProperty("server.address", "127.0.0.1");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (UnknownHostException e) {
      throw new StartupProblem("server.address " + address + " is no address of this machine");
    } catch (IOException e) {
      throw new StartupProblem(
          "Port "
              + port
              + " of "
              + address
              + " is taken: stop what listens there, or say --server.port=OTHER");
    }
  }
}

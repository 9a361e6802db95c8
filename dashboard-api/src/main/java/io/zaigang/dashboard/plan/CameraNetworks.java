package io.zaigang.dashboard.plan;

import io.zaigang.dashboard.settings.StartupProblem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where cameras may be: {@code zaigang.cameras.networks}, by default the private networks of IPv4
 * and IPv6 and this machine. It keeps the page from being used to reach into other networks; the
 * plan file is the operator's own word and is not held to it.
 */
@Component
class CameraNetworks {

  private final List<String> networks;
  private final List<IpAddressMatcher> matchers;

  CameraNetworks(
      @Value(
              "${zaigang.cameras.networks:10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,127.0.0.0/8,fc00::/7,::1/128}")
          List<String> networks) {
    this.networks = List.copyOf(networks);
    try {
      matchers = networks.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    } catch (IllegalArgumentException e) {
      throw new StartupProblem(
          "zaigang.cameras.networks: " + e.getMessage() + "; say networks such as 10.0.0.0/8");
    }
  }

  /** Whether every address of the host lies there; false for a host that nobody knows. */
  boolean hold(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return Arrays.stream(InetAddress.getAllByName(bare))
          .allMatch(
              address -> matchers.stream().anyMatch(m -> m.matches(address.getHostAddress())));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return String.join(", ", networks);
  }
}

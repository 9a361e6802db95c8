package io.zaigang.dashboard.plan;

import io.zaigang.dashboard.site.CameraSecrets;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the page may set as a camera's address beyond what the domain checks: only hosts where
 * cameras may be, and no secret that was given for another host. An address that stays as it is in
 * the plan in force is not looked at.
 */
@Component
class CameraAddressRules {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z]+://(?:[^/?#]*@)?(?<host>\\[[^]]*]|[^/?#:@]*)(?<rest>.*)");
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** What the environment may be asked for; all else there is none of the page's business. */
  private static final Pattern CAMERA_NAME = Pattern.compile("CAM(ERA)?[0-9_].*");

  private final CameraNetworks networks;

  CameraAddressRules(CameraNetworks networks) {
    this.networks = networks;
  }

  List<PlanProblem> check(SitePlan plan, SitePlan inForce) {
    List<PlanProblem> problems = new ArrayList<>();
    for (int i = 0; i < plan.cameras().size(); i++) {
      Camera camera = plan.cameras().get(i);
      String path = "cameras[" + i + "].url";
      if (inForce.cameras().stream().noneMatch(known -> known.url().equals(camera.url()))) {
        check(camera.url(), inForce).ifPresent(p -> problems.add(p.at(path)));
      }
    }
    return problems;
  }

  /** What is wrong with an address. */
  Optional<AddressProblem> check(String url, SitePlan inForce) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches() || NAME.matcher(address.group("host")).find()) {
      return Optional.of(AddressProblem.namesNoHost());
    }
    String host = address.group("host");
    if (!networks.hold(host)) {
      return Optional.of(AddressProblem.outside(host, networks));
    }
    Set<String> given = namesGivenFor(host, inForce);
    for (String name : names(url)) {
      if (name.startsWith(CameraSecrets.PREFIX) && !given.contains(name)) {
        return Optional.of(AddressProblem.givenForAnotherHost());
      }
      if (!given.contains(name) && !CAMERA_NAME.matcher(name).matches()) {
        return Optional.of(AddressProblem.notForCameras(name));
      }
    }
    return Optional.empty();
  }

  private static Set<String> namesGivenFor(String host, SitePlan plan) {
    Set<String> names = new LinkedHashSet<>();
    for (Camera camera : plan.cameras()) {
      Matcher address = ADDRESS.matcher(camera.url());
      if (address.matches() && address.group("host").equalsIgnoreCase(host)) {
        names.addAll(names(camera.url()));
      }
    }
    return names;
  }

  private static List<String> names(String url) {
    return NAME.matcher(url).results().map(found -> found.group(1)).toList();
  }
}

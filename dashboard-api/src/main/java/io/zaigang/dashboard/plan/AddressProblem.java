package io.zaigang.dashboard.plan;

import java.util.List;

/**
 * What is wrong with a camera's address beyond what the domain checks.
 *
 * @param code for the page to say it in its own language
 * @param values what stands in the message, in its order
 */
record AddressProblem(String code, String message, List<String> values) {

  AddressProblem {
    values = List.copyOf(values);
  }

  static AddressProblem namesNoHost() {
    return new AddressProblem("ADDRESS_HOST", "the address names no host", List.of());
  }

  static AddressProblem outside(String host, CameraNetworks networks) {
    return new AddressProblem(
        "HOST_OUTSIDE",
        "'%s' is not in the networks where cameras may be (%s); the operator can add one with zaigang.cameras.networks"
            .formatted(host, networks),
        List.of(host, networks.toString()));
  }

  static AddressProblem givenForAnotherHost() {
    return new AddressProblem(
        "GIVE_AGAIN",
        "give user and password again: the address names another host now",
        List.of());
  }

  static AddressProblem notForCameras(String name) {
    return new AddressProblem(
        "NAME_IN_BRACES",
        "names in braces must begin with CAM_ or CAMERA_, not '" + name + "'",
        List.of(name));
  }

  PlanProblem at(String path) {
    return new PlanProblem(path, 0, message, code, values);
  }
}

package io.zaigang.dashboard.security;

import io.zaigang.dashboard.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the OpenAPI file.
 *
 * @param path as the file has it, with names in braces
 * @param roles who may call it, as the file says
 * @param query names of query parameters
 * @param bodyType what it takes; empty where nothing
 */
record Route(String method, String path, List<String> roles, List<String> query, String bodyType) {

  /** Every route there is, so that a new one cannot be forgotten. */
  static List<Route> all(Desks desks) {
    List<Route> routes = new ArrayList<>();
    JsonNode paths = desks.stranger().getJson("/v3/api-docs").get("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        routes.add(read(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()));
      }
    }
    return routes;
  }

  private static Route read(String method, String path, JsonNode operation) {
    List<String> roles = new ArrayList<>();
    operation.path("x-roles").forEach(role -> roles.add(role.asString()));
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").asString().equals("query")) {
        query.add(parameter.get("name").asString());
      }
    }
    JsonNode content = operation.path("requestBody").path("content");
    String bodyType = content.isEmpty() ? "" : content.propertyNames().iterator().next();
    return new Route(method, path, roles, query, bodyType);
  }

  /** An address with stand-ins for what is variable. */
  String address() {
    return path.replace("{id}", "cam-01").replace("{file}", "1-1.mp4").replaceAll("\\{.*?}", "1");
  }

  /** The same with something else in place of every variable. */
  String address(String variable) {
    return path.replaceAll("\\{.*?}", variable.replace("\\", "\\\\").replace("$", "\\$"));
  }

  boolean hasVariable() {
    return path.contains("{");
  }

  boolean isForTheCallerAlone() {
    return roles.contains("ANYONE") || roles.contains("SIGNED_IN");
  }

  boolean isForPeople() {
    return path.startsWith("/api/");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

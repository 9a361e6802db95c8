package io.zaigang.dashboard.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.zaigang.dashboard.account.Role;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Says in the OpenAPI file which roles may call what: {@code x-roles} of every operation below
 * {@code /api/}; {@code ANYONE} for signing in, {@code SIGNED_IN} for what concerns the caller
 * alone.
 */
@Component
class AccessInApiFile implements OpenApiCustomizer {

  static final String EXTENSION = "x-roles";

  @Override
  public void customise(OpenAPI api) {
    api.getPaths().forEach(AccessInApiFile::complete);
  }

  private static void complete(String path, PathItem item) {
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              List<String> roles = roles(HttpMethod.valueOf(method.name()), path);
              if (!roles.isEmpty()) {
                operation.addExtension(EXTENSION, roles);
              }
            });
  }

  private static List<String> roles(HttpMethod method, String path) {
    if (path.startsWith("/internal/")) {
      return List.of(ServiceTokenFilter.SERVICE);
    }
    boolean signIn = path.equals("/api/session") && method.equals(HttpMethod.POST);
    if (signIn || path.equals("/api/setup")) {
      return List.of("ANYONE");
    }
    if (path.startsWith("/api/session")) {
      return List.of("SIGNED_IN");
    }
    Set<Role> roles = AccessTable.roles(method, path);
    return roles.stream().sorted().map(Role::name).toList();
  }
}

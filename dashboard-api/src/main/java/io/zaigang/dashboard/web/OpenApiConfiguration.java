package io.zaigang.dashboard.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI file: the contract from which the page's client is generated. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String PROBLEM = "Problem";
  private static final String SESSION = "session";
  private static final String SERVICE = "serviceToken";

  @Bean
  OpenApiCustomizer openApi() {
    return api -> {
      api.info(
          new Info()
              .title("Zaigang dashboard")
              .version("1")
              .description(
                  "`/api/**` is for people: sign in with POST /api/session, and repeat the cookie"
                      + " XSRF-TOKEN in the header X-XSRF-TOKEN of every call that changes something."
                      + " `/internal/**` is for the job and the recorder: Authorization: Bearer TOKEN."
                      + " Failures are problem details (RFC 9457).")
              .license(new License().name("Apache-2.0")));
      api.setServers(List.of(new Server().url("/")));
      api.getComponents()
          .addSchemas(PROBLEM, problem())
          .addSecuritySchemes(
              SESSION,
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.COOKIE)
                  .name("ZAIGANG_SESSION"))
          .addSecuritySchemes(
              SERVICE, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
      complete(api);
    };
  }

  private static void complete(OpenAPI api) {
    api.getPaths().forEach((path, item) -> item.readOperations().forEach(o -> complete(path, o)));
  }

  private static void complete(String path, Operation operation) {
    String[] parts = path.split("/");
    operation.setTags(List.of(parts[2]));
    boolean internal = path.startsWith("/internal/");
    operation.addSecurityItem(new SecurityRequirement().addList(internal ? SERVICE : SESSION));
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("It failed; `detail` says why")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static Schema<?> problem() {
    Schema<?> text = new Schema<>();
    text.setTypes(Set.of("string"));
    Schema<?> status = new Schema<>();
    status.setTypes(Set.of("integer"));
    Schema<Object> problem = new ObjectSchema();
    problem.setTypes(Set.of("object"));
    problem.setProperties(Map.of("title", text, "detail", text, "status", status));
    problem.setRequired(List.of("status", "title"));
    return problem;
  }
}

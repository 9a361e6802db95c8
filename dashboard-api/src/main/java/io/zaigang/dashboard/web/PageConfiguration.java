package io.zaigang.dashboard.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The page. Its assets bear a hash in their names and may be kept for ever; the page itself is
 * asked for each time. Addresses that belong to no file are the page's own routes and get the page.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

  private static final String FILES = "classpath:/static/";
  private static final String PAGE = "index.html";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/", "/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageForRoutes());
  }

  private static final class PageForRoutes extends PathResourceResolver {

    /** Nothing below these is ever the page. */
    private static final Set<String> NOT_OURS =
        Set.of("api", "internal", "actuator", "v3", "assets", "oauth2", "login");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = path.isEmpty() ? null : super.getResource(path, location);
      if (file != null) {
        return file;
      }
      String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (NOT_OURS.contains(first) || last.contains(".")) {
        return null;
      }
      Resource page = new ClassPathResource("static/" + PAGE);
      return page.exists() ? page : null;
    }
  }
}

package io.zaigang.dashboard.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A real OpenID Connect server (Spring Authorization Server) with one person at it. */
final class OutsideServer implements AutoCloseable {

  static final String PASSWORD = "elsewhere-42";

  /** What it says of the person: changed by tests. */
  static final Map<String, Object> CLAIMS = new ConcurrentHashMap<>();

  private static final String FILTER = "springSecurityFilterChain";

  private final Tomcat tomcat;

  private OutsideServer(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /**
   * Starts it.
   *
   * @param issuer its address as it tells it
   * @param dashboard who may send people here
   */
  static OutsideServer start(String issuer, String dashboard, Path folder)
      throws LifecycleException {
    AnnotationConfigWebApplicationContext application = new AnnotationConfigWebApplicationContext();
    application.addBeanFactoryPostProcessor(
        beans -> beans.registerSingleton("place", new Place(issuer, dashboard)));
    application.register(Rules.class);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    Context context = tomcat.addContext("", null);
    application.setServletContext(context.getServletContext());
    Tomcat.addServlet(context, "pages", new DispatcherServlet(application)).setLoadOnStartup(1);
    context.addServletMappingDecoded("/", "pages");
    FilterDef filter = new FilterDef();
    filter.setFilterName(FILTER);
    filter.setFilter(new DelegatingFilterProxy(FILTER, application));
    context.addFilterDef(filter);
    FilterMap everything = new FilterMap();
    everything.setFilterName(FILTER);
    everything.addURLPattern("/*");
    context.addFilterMap(everything);
    tomcat.start();
    return new OutsideServer(tomcat);
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /** Its own address, and ours. */
  private record Place(String issuer, String dashboard) {}

  /** No {@code @Configuration}: the dashboard under test would find it and take it for its own. */
  @EnableWebMvc
  @EnableWebSecurity
  static class Rules {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
          .authorizeHttpRequests(rest -> rest.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .csrf(csrf -> csrf.ignoringRequestMatchers("/login")) // no browser fills in the form
          .build();
    }

    @Bean
    AuthorizationServerSettings settings(Place place) {
      return AuthorizationServerSettings.builder().issuer(place.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(Place place) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("1")
              .clientId("zaigang")
              .clientSecret("{noop}secret of the test")
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(place.dashboard() + "/login/oauth2/code/oidc")
              .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          User.withUsername("s-17").password("{noop}" + PASSWORD).roles("PERSON").build());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return context -> context.getClaims().claims(claims -> claims.putAll(CLAIMS));
    }

    @Bean
    KeyPair pair() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    }

    @Bean
    JWKSource<SecurityContext> keys(KeyPair pair) {
      return new ImmutableJWKSet<>(
          new JWKSet(
              new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                  .privateKey(pair.getPrivate())
                  .keyID("1")
                  .build()));
    }

    @Bean
    JwtDecoder decoder(KeyPair pair) {
      return NimbusJwtDecoder.withPublicKey((RSAPublicKey) pair.getPublic()).build();
    }
  }
}

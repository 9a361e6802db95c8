package io.zaigang.dashboard.security;

import io.zaigang.dashboard.settings.ZaigangSettings.Oidc;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * We as a client of the other side. Its addresses are asked for when somebody first wants to sign
 * in there, not at the start: a hall must not stand still because another server does.
 */
final class OidcRegistration implements ClientRegistrationRepository {

  static final String ID = "oidc";

  private final Oidc settings;
  private volatile @Nullable ClientRegistration known;

  OidcRegistration(Oidc settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id)) {
      return null;
    }
    ClientRegistration registration = known;
    if (registration == null) {
      registration = discover();
      known = registration;
    }
    return registration;
  }

  private ClientRegistration discover() {
    String here = settings.baseUrl() == null ? "{baseUrl}" : settings.baseUrl();
    return ClientRegistrations.fromOidcIssuerLocation(settings.issuerAddress())
        .registrationId(ID)
        .clientId(settings.client())
        .clientSecret(settings.clientSecret())
        .scope(settings.scopes())
        .redirectUri(here + "/login/oauth2/code/" + ID)
        .userNameAttributeName("sub")
        .build();
  }
}

package io.zaigang.dashboard.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets about the dashboard, under {@code zaigang.}.
 *
 * @param data the data directory: footage, embedded database, secrets
 * @param site the site plan file
 * @param setupPage whether the first administrator may be made on the page, with a printed token
 * @param database which PostgreSQL
 * @param influx an InfluxDB that gets a copy of the series
 * @param oidc an OpenID Connect server where people may sign in
 * @param session how long a sign-in lasts
 * @param stream limits of the live stream
 * @param footage limits of what may be cut from the footage
 */
@ConfigurationProperties("zaigang")
public record ZaigangSettings(
    @Nullable Path data,
    @Nullable Path site,
    @DefaultValue("false") boolean setupPage,
    @DefaultValue Database database,
    @DefaultValue Influx influx,
    @DefaultValue Oidc oidc,
    @DefaultValue Session session,
    @DefaultValue Stream stream,
    @DefaultValue Footage footage) {

  /** Where the job and the recorder find the token that lets them in. */
  public Path serviceTokenFile() {
    return dataDir().resolve("secrets").resolve("service-token");
  }

  /** The data directory; {@link StartupChecks} makes sure that it is set. */
  public Path dataDir() {
    if (data == null) {
      throw new StartupProblem("zaigang.data is not set: say --zaigang.data=DIR");
    }
    return data.toAbsolutePath().normalize();
  }

  /** The site plan file; {@link StartupChecks} makes sure that it is set. */
  public Path siteFile() {
    if (site == null) {
      throw new StartupProblem("zaigang.site is not set: say --zaigang.site=FILE");
    }
    return site;
  }

  /**
   * Which PostgreSQL. Without a URL the embedded one, in {@code DIR/postgres}.
   *
   * @param url JDBC address of the operator's own server
   */
  public record Database(
      @Nullable String url, @Nullable String username, @Nullable String password) {

    public Database {
      if (url != null && url.isBlank()) {
        url = null;
      }
      if (url != null && !url.startsWith("jdbc:postgresql:")) {
        throw new StartupProblem(
            "zaigang.database.url must begin with jdbc:postgresql: (only PostgreSQL is supported)");
      }
    }

    /** Never the password. */
    @Override
    public String toString() {
      return url == null ? "embedded" : "external";
    }
  }

  /**
   * An InfluxDB that gets a copy of the series, for charts elsewhere. Without a URL none does.
   *
   * @param url for instance {@code http://127.0.0.1:8086}
   * @param database made when it is not there; in version 2 and later a bucket that must be there
   * @param minutesKept how long minutes are kept there
   * @param hoursKept how long hours are kept there; days are kept for ever
   */
  public record Influx(
      @Nullable String url,
      @DefaultValue("zaigang") String database,
      @Nullable String username,
      @Nullable String password,
      @DefaultValue("P400D") Duration minutesKept,
      @DefaultValue("P1830D") Duration hoursKept) {

    public Influx {
      if (url != null && !url.startsWith("http://") && !url.startsWith("https://")) {
        throw new StartupProblem("zaigang.influx.url must begin with http:// or https://");
      }
      if (!database.matches("[A-Za-z0-9_-]{1,64}")) {
        throw new StartupProblem(
            "zaigang.influx.database may have letters, digits, - and _ only, 64 at most");
      }
      requirePositive("zaigang.influx.minutes-kept", minutesKept);
      requirePositive("zaigang.influx.hours-kept", hoursKept);
    }

    /** The URL, where there is one. */
    public String address() {
      if (url == null) {
        throw new StartupProblem("zaigang.influx.url is not set");
      }
      return url;
    }

    /** Never the password. */
    @Override
    public String toString() {
      return url == null ? "none" : url + "/" + database;
    }
  }

  /**
   * An OpenID Connect server where people may sign in. Without an issuer there is none.
   *
   * @param issuer its address, as in its tokens
   * @param clientId how it knows us
   * @param baseUrl the page's address as browsers know it, where that is not what requests say
   * @param label what the link on the sign-in page says
   * @param usernameClaim where the user name stands
   * @param nameClaim where the person's name stands
   * @param rolesClaim where the roles stand, a list or one
   * @param roles our role for each of theirs that counts here
   */
  public record Oidc(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String baseUrl,
      @DefaultValue("统一身份认证") String label,
      @DefaultValue({"openid", "profile"}) List<String> scopes,
      @DefaultValue("preferred_username") String usernameClaim,
      @DefaultValue("name") String nameClaim,
      @DefaultValue("roles") String rolesClaim,
      @DefaultValue Map<String, String> roles) {

    public Oidc {
      scopes = List.copyOf(scopes);
      roles = Map.copyOf(roles);
      if (issuer != null && (clientId == null || roles.isEmpty())) {
        throw new StartupProblem(
            "zaigang.oidc.issuer needs zaigang.oidc.client-id and at least one"
                + " zaigang.oidc.roles.THEIRS=OURS");
      }
    }

    /** The address, where there is one. */
    public String issuerAddress() {
      return given("issuer", issuer);
    }

    /** How it knows us, where there is one. */
    public String client() {
      return given("client-id", clientId);
    }

    private static String given(String name, @Nullable String value) {
      if (value == null) {
        throw new StartupProblem("zaigang.oidc." + name + " is not set");
      }
      return value;
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return issuer == null ? "none" : issuer;
    }
  }

  /**
   * How long a sign-in lasts.
   *
   * @param idle it ends when nothing was asked for this long
   * @param longest it ends after this long whatever happens
   */
  public record Session(
      @DefaultValue("PT12H") Duration idle, @DefaultValue("P7D") Duration longest) {

    public Session {
      requirePositive("zaigang.session.idle", idle);
      requirePositive("zaigang.session.longest", longest);
    }
  }

  /**
   * Limits of the live stream.
   *
   * @param heartbeat a comment is sent this often, so that dead connections are noticed
   * @param queue changes that may wait for one slow desk before it is cut off (it resumes)
   * @param catchUp changes that a returning desk gets one by one; further behind it is told to load
   *     afresh
   */
  public record Stream(
      @DefaultValue("PT15S") Duration heartbeat,
      @DefaultValue("1000") int queue,
      @DefaultValue("5000") int catchUp) {

    public Stream {
      requirePositive("zaigang.stream.heartbeat", heartbeat);
      requirePositive("zaigang.stream.queue", queue);
      requirePositive("zaigang.stream.catch-up", catchUp);
    }
  }

  /**
   * Limits of what may be cut from the footage.
   *
   * @param longestPlaylist longest span of one playlist
   * @param longestClip longest span of one exported clip
   * @param clipsAtOnce clips cut at the same time; further ones wait their turn or are refused
   * @param longestMarked longest span of a clip that is encoded anew, marked or blurred
   * @param transcodesAtOnce H.265 segments made playable at the same time
   * @param transcodedBytes how much of them is kept
   */
  public record Footage(
      @DefaultValue("PT24H") Duration longestPlaylist,
      @DefaultValue("PT2H") Duration longestClip,
      @DefaultValue("2") int clipsAtOnce,
      @DefaultValue("PT10M") Duration longestMarked,
      @DefaultValue("2") int transcodesAtOnce,
      @DefaultValue("2147483648") long transcodedBytes) {

    public Footage {
      requirePositive("zaigang.footage.longest-playlist", longestPlaylist);
      requirePositive("zaigang.footage.longest-clip", longestClip);
      requirePositive("zaigang.footage.clips-at-once", clipsAtOnce);
      requirePositive("zaigang.footage.longest-marked", longestMarked);
      requirePositive("zaigang.footage.transcodes-at-once", transcodesAtOnce);
      if (transcodedBytes < 0) {
        throw new StartupProblem("zaigang.footage.transcoded-bytes must not be negative");
      }
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new StartupProblem(name + " must be longer than nothing, not " + value);
    }
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new StartupProblem(name + " must be at least 1, not " + value);
    }
  }
}

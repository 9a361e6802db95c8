package io.zaigang.ingest.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a camera is: the address of the site plan, in which {@code {NAME}} stands for a value of
 * the environment. Prints itself without anything secret.
 */
public final class CameraAddress {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]*(?:@[^/@\\s]*)*@");
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?i)((?:pass(?:word|wd)?|pwd|token|secret|auth|key)[=:])[^&/_;\\s]*");
  private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps");

  private final String template;

  public CameraAddress(String template) {
    this.template = template;
  }

  /**
   * The address to connect to.
   *
   * @throws InvalidAddressException when a variable is not set or the result is no RTSP address;
   *     the message holds no value of the environment
   */
  public URI resolve(Map<String, String> environment) throws InvalidAddressException {
    int hostFrom = template.lastIndexOf('@');
    StringBuilder resolved = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(template);
    while (matcher.find()) {
      @Nullable String value = environment.get(matcher.group(1));
      if (value == null) {
        throw new InvalidAddressException(
            this + " needs the environment variable " + matcher.group(1) + ", which is not set");
      }
      // A password may hold any character; in front of the @ it must not be taken for syntax.
      boolean inUserInfo = matcher.start() < hostFrom;
      matcher.appendReplacement(
          resolved, Matcher.quoteReplacement(inUserInfo ? encode(value) : value));
    }
    matcher.appendTail(resolved);
    return check(resolved.toString());
  }

  private URI check(String resolved) throws InvalidAddressException {
    try {
      URI address = new URI(resolved);
      if (address.getScheme() == null || !SCHEMES.contains(address.getScheme())) {
        throw new InvalidAddressException(this + " is no rtsp:// or rtsps:// address");
      }
      if (address.getRawAuthority() == null) {
        throw new InvalidAddressException(this + " names no host");
      }
      return address;
    } catch (URISyntaxException e) {
      // Its message repeats the address, password included.
      throw new InvalidAddressException(this + " is no valid address");
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The address as it may be shown: user, password and the like replaced. */
  @Override
  public String toString() {
    String withoutUser = USER_INFO.matcher(template).replaceFirst("***@");
    return SECRET_VALUE.matcher(withoutUser).replaceAll("$1***");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CameraAddress address && address.template.equals(template);
  }

  @Override
  public int hashCode() {
    return template.hashCode();
  }

  /** An address that cannot be used; the message may be shown. */
  public static final class InvalidAddressException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidAddressException(String message) {
      super(message);
    }
  }
}

package io.zaigang.ingest.archive;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the archive is and by which key. Prints itself without the key.
 *
 * @param endpoint address of the store, {@code https://host[:port]}
 * @param bucket bucket that holds the archive; it must exist
 * @param region region the store signs for; most stores of one's own take any
 * @param addressing where the bucket is named in the address
 * @param key the right to write there
 */
public record ArchiveSettings(
    URI endpoint, String bucket, String region, Addressing addressing, Key key) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Where the bucket is named. */
  public enum Addressing {
    /** In the path, as stores of one's own want it. */
    PATH,
    /** In the host name, as some clouds demand it. */
    HOST
  }

  /**
   * A pair of keys. Prints itself without the secret one.
   *
   * @param id the access key
   * @param secret the secret key
   */
  public record Key(String id, String secret) {

    public Key {
      if (id.isBlank() || secret.isBlank()) {
        throw new IllegalArgumentException("The archive needs an access key and a secret key");
      }
    }

    @Override
    public String toString() {
      return "key " + id;
    }
  }

  public ArchiveSettings {
    if (!SCHEMES.contains(String.valueOf(endpoint.getScheme())) || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "The archive's endpoint is an address like https://store.example:9000, not " + endpoint);
    }
    if (endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The archive's endpoint holds a user or password; keys are given apart from it");
    }
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "The archive's bucket is 3 to 63 of a-z, 0-9, '-' and '.', not '" + bucket + "'");
    }
    if (region.isBlank()) {
      throw new IllegalArgumentException("The archive's region is empty; most stores take any");
    }
  }

  /** True where what is sent can be read on the way: plain HTTP to another machine. */
  public boolean readableOnTheWay() {
    if ("https".equals(endpoint.getScheme())) {
      return false;
    }
    try {
      return !InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
    } catch (UnknownHostException elsewhere) {
      return true;
    }
  }

  @Override
  public String toString() {
    return endpoint + ", bucket " + bucket;
  }
}

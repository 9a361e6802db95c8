package io.zaigang.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An archive in a bucket of an S3-compatible store. Uses what every such store has: whole files,
 * version 4 signatures, listing by prefix, and metadata, in which the SHA-256 lies.
 */
public final class S3Archive implements Archive {

  private static final String SHA256 = "sha256";
  private static final int BUFFER = 1 << 16;
  private static final int NOT_FOUND = 404;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final ArchiveSettings settings;
  private final S3Client client;

  private S3Archive(ArchiveSettings settings, S3Client client) {
    this.settings = settings;
    this.client = client;
  }

  /** Prepares; nothing is sent yet. */
  public static S3Archive of(ArchiveSettings settings) {
    S3Client client =
        S3Client.builder()
            .endpointOverride(settings.endpoint())
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.key().id(), settings.key().secret())))
            .forcePathStyle(settings.addressing() == ArchiveSettings.Addressing.PATH)
            // Trailing checksums and signed chunks are what stores other than Amazon's refuse.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .build();
    return new S3Archive(settings, client);
  }

  /** A call to the store. */
  private interface Call<T> {
    T run() throws IOException;
  }

  @Override
  public void put(String name, Path file, String sha256) throws IOException {
    String md5 = md5(file);
    ask(
        () ->
            client.putObject(
                request ->
                    request
                        .bucket(settings.bucket())
                        .key(name)
                        .contentType(name.endsWith(".mp4") ? "video/mp4" : "text/plain")
                        .contentMD5(md5)
                        .metadata(Map.of(SHA256, sha256)),
                RequestBody.fromFile(file)));
  }

  /** What every store compares with what reached it; SHA-256 for this few stores know. */
  private static String md5(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  @Override
  public Optional<String> get(String name, Path to) throws IOException {
    try (ResponseInputStream<GetObjectResponse> in =
        ask(() -> client.getObject(request -> request.bucket(settings.bucket()).key(name)))) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      return Optional.ofNullable(in.response().metadata().get(SHA256));
    }
  }

  @Override
  public Optional<String> sha256(String name) throws IOException {
    return ask(
        () -> {
          try {
            Map<String, String> metadata =
                client
                    .headObject(request -> request.bucket(settings.bucket()).key(name))
                    .metadata();
            return Optional.ofNullable(metadata.get(SHA256));
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public List<StoredFile> list(String prefix) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder().bucket(settings.bucket()).prefix(prefix).build();
    return ask(
        () ->
            client.listObjectsV2Paginator(request).contents().stream()
                .map(object -> new StoredFile(object.key(), object.size()))
                .toList());
  }

  @Override
  public List<String> folders(String prefix) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(settings.bucket())
            .prefix(prefix)
            .delimiter("/")
            .build();
    return ask(
        () ->
            client.listObjectsV2Paginator(request).commonPrefixes().stream()
                .map(CommonPrefix::prefix)
                .map(folder -> folder.substring(prefix.length(), folder.length() - 1))
                .toList());
  }

  @Override
  public void delete(String name) throws IOException {
    ask(() -> client.deleteObject(request -> request.bucket(settings.bucket()).key(name)));
  }

  private <T> T ask(Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (S3Exception e) {
      throw S3Answers.explain(settings, e);
    } catch (SdkException e) {
      throw S3Answers.unreachable(settings, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException gone) {
        throw gone; // what was to be sent
      }
      throw S3Answers.unreachable(settings, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

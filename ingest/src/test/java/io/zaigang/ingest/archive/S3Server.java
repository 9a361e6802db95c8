package io.zaigang.ingest.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * A real S3-compatible server, S3Proxy, over a folder: it checks signatures, and may be stopped and
 * started again on the same port.
 */
final class S3Server implements AutoCloseable {

  static final String ACCESS_KEY = "zaigang-test";
  static final String SECRET_KEY = "zaigang-test-secret";
  static final String BUCKET = "hall-footage";

  private final Path folder;
  private final URI endpoint;
  private final BlobStoreContext store;
  private S3Proxy proxy;

  private S3Server(Path folder) throws Exception {
    this.folder = folder;
    Files.createDirectories(folder.resolve(BUCKET));
    this.endpoint = URI.create("http://127.0.0.1:" + freePort());
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", folder.toString());
    // By its class: looked for by name, all stores it knows are made, also those left out here.
    this.store =
        ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
            .credentials("none", "none")
            .overrides(properties)
            .build(BlobStoreContext.class);
    this.proxy = build();
  }

  /** Starts one; its bucket is empty. */
  static S3Server start(Path folder) throws Exception {
    S3Server server = new S3Server(folder);
    server.proxy.start();
    return server;
  }

  private S3Proxy build() {
    return S3Proxy.builder()
        .blobStore(store.getBlobStore())
        .endpoint(endpoint)
        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void stop() throws Exception {
    proxy.stop();
  }

  void startAgain() throws Exception {
    proxy = build();
    proxy.start();
  }

  ArchiveSettings settings() {
    return settings(new ArchiveSettings.Key(ACCESS_KEY, SECRET_KEY), BUCKET);
  }

  ArchiveSettings settings(ArchiveSettings.Key key, String bucket) {
    return new ArchiveSettings(endpoint, bucket, "us-east-1", ArchiveSettings.Addressing.PATH, key);
  }

  URI endpoint() {
    return endpoint;
  }

  /** Where the bytes of an archived file lie. */
  Path file(String name) {
    return folder.resolve(BUCKET).resolve(name);
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
    store.close();
  }
}

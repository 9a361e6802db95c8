package io.zaigang.ingest.archive;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a store's refusals mean, and what to do about them. */
final class S3Answers {

  private static final int CLIENT_ERROR = 400;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;

  private S3Answers() {}

  /** The store answered, but not as asked. */
  static IOException explain(ArchiveSettings settings, S3Exception e) {
    int status = e.statusCode();
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    String where = "Archive " + settings;
    boolean passing =
        status < CLIENT_ERROR && status / 100 != 3
            || status == TIMEOUT
            || status == TOO_MANY
            || status >= SERVER_ERROR && status != NOT_IMPLEMENTED;
    if (passing) {
      return new ArchiveAwayException(where + " answers " + status + " " + code, e);
    }
    return new ArchiveRefusedException(where + " " + advice(settings, status, code), e);
  }

  /** No answer came. */
  static IOException unreachable(ArchiveSettings settings, RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = root.getMessage() == null ? root.toString() : root.getMessage();
    return new ArchiveAwayException("Archive " + settings + " cannot be reached: " + reason, e);
  }

  private static String advice(ArchiveSettings settings, int status, String code) {
    return switch (code) {
      case "NoSuchBucket" -> "has no such bucket: make it, or name another";
      case "NoSuchKey" -> "no longer has the file asked for";
      case "RequestTimeTooSkewed" ->
          "refuses this machine's clock (RequestTimeTooSkewed): set it right";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
          "refuses the keys ("
              + code
              + "): check access key, secret key and region '"
              + settings.region()
              + "'";
      case "AccessDenied" ->
          "does not allow it (AccessDenied): the key needs the right to list, read, write and"
              + " delete in this bucket";
      default ->
          "refuses with %d %s: check endpoint, bucket, region and keys".formatted(status, code);
    };
  }
}

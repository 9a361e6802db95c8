package io.zaigang.dashboard.circular.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Packs an office file anew without anything that depends on when it was written: entries in order,
 * one fixed time, and the same for workbooks inside. So the same paper is the same file, and its
 * hash says so.
 */
final class SteadyZip {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final Pattern WRITTEN_AT =
      Pattern.compile("(?<open><dcterms:(?:created|modified)[^>]*>)[^<]*(?<close></dcterms:)");

  /** Readers want the content types first. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES))
          .thenComparing(Comparator.naturalOrder());

  private SteadyZip() {}

  static byte[] repack(byte[] file) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(ORDER);
    // by the directory at the end: some writers leave sizes out of the entries themselves
    try (ZipFile in =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        entries.put(entry.getName(), steady(entry.getName(), content));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry fresh = new ZipEntry(entry.getKey());
        fresh.setTimeLocal(EPOCH);
        zip.putNextEntry(fresh);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] steady(String name, byte[] content) throws IOException {
    if (name.endsWith(".xlsx")) {
      return repack(content);
    }
    if (name.equals("docProps/core.xml")) {
      String text = new String(content, StandardCharsets.UTF_8);
      return WRITTEN_AT
          .matcher(text)
          .replaceAll("${open}1980-01-01T00:00:00Z${close}")
          .getBytes(StandardCharsets.UTF_8);
    }
    return content;
  }
}

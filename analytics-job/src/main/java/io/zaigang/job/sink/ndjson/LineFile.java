package io.zaigang.job.sink.ndjson;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines that is being written; only {@link #finish} makes it count. */
public final class LineFile implements Closeable {

  private final BufferedWriter writer;

  public LineFile(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  public void add(String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }

  public void finish() throws IOException {
    writer.close();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

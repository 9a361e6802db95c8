package io.zaigang.ingest.siteplan;

import io.zaigang.domain.site.DocumentNode;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.SitePlanReader;
import io.zaigang.domain.site.SitePlanReading;
import io.zaigang.domain.site.SitePlanWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The site plan as a YAML file (UTF-8): reading reports every problem with its path and line. */
public final class SitePlanFile {

  private static final long MAX_BYTES = 2_000_000;

  private SitePlanFile() {}

  /**
   * Reads a plan.
   *
   * @throws SitePlanException when the file cannot be read or the plan is not valid; it lists all
   *     problems
   */
  public static SitePlan load(Path file) throws SitePlanException {
    return parse(read(file), file.toString());
  }

  /**
   * Reads a plan that is already in memory: from a state, a request, a database.
   *
   * @param origin what to call it in messages
   * @throws SitePlanException as {@link #load}
   */
  public static SitePlan parse(String yaml, String origin) throws SitePlanException {
    DocumentNode document;
    try {
      document = YamlReader.read(yaml);
    } catch (YamlProblemException e) {
      throw new SitePlanException(origin, List.of(e.getMessage()));
    }
    SitePlanReading reading = SitePlanReader.read(document);
    return reading.plan().orElseThrow(() -> new SitePlanException(reading.problems(), origin));
  }

  /** The same, for text that came from a file. */
  public static SitePlan parse(String yaml, Path file) throws SitePlanException {
    return parse(yaml, file.toString());
  }

  /** The plan as YAML that {@link #load} reads back to an equal plan. */
  public static String toYaml(SitePlan plan) {
    return YamlWriter.write(SitePlanWriter.write(plan));
  }

  private static String read(Path file) throws SitePlanException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new SitePlanException(
            file.toString(), List.of("the file is larger than " + MAX_BYTES + " B"));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new SitePlanException(file.toString(), List.of("there is no such file"));
    } catch (CharacterCodingException e) {
      throw new SitePlanException(file.toString(), List.of("the file is not UTF-8 text"));
    } catch (IOException e) {
      throw new SitePlanException(
          file.toString(), List.of("the file cannot be read: " + e.getMessage()));
    }
  }
}

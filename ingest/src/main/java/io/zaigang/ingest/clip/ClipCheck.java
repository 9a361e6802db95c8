package io.zaigang.ingest.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a clip with its manifest, the manifest with its seal, the seal with the installation's
 * chain, and the segments it was cut from with their sums.
 *
 * @param problems what was altered, one line each; empty where nothing was
 * @param notes what could not be compared, and why that is no fault
 */
public record ClipCheck(List<String> problems, List<String> notes) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public ClipCheck {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  public boolean agrees() {
    return problems.isEmpty();
  }

  /** Checks a clip where it lies; its chain is looked for in the folders above it. */
  public static ClipCheck of(Path clip) throws IOException {
    return of(clip, ManifestChain.above(clip));
  }

  /** Checks a clip, wherever it lies, against the installation in a data directory. */
  public static ClipCheck ofData(Path clip, Path dataDir) throws IOException {
    return of(clip, Optional.of(ManifestChain.ofData(dataDir)));
  }

  private static ClipCheck of(Path clip, Optional<ManifestChain> chain) throws IOException {
    Path file = ClipManifest.fileFor(clip);
    if (!Files.isReadable(clip)) {
      return failed("clip " + clip + " is missing");
    }
    if (!Files.isReadable(file)) {
      return failed("manifest " + file + " is missing");
    }
    JsonNode manifest;
    try {
      manifest = MAPPER.readTree(Files.readString(file));
    } catch (JacksonException | IOException e) {
      return failed("manifest " + file + " is no JSON: it was altered");
    }
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (!manifest.path("clipSha256").asString("").equals(Sha256.of(clip))) {
      problems.add("clip " + clip + " was altered: its SHA-256 is not the manifest's");
    }
    ManifestSeal.disagreement(manifest)
        .ifPresent(what -> problems.add("manifest " + file + " was altered: " + what));
    checkChain(manifest, file, chain, problems, notes);
    if (chain.isPresent()) {
      checkSegments(manifest, chain.get().dataDir().resolve("footage"), problems, notes);
    } else {
      notes.add("segments were not compared: say --against DIR for the footage they were cut from");
    }
    return new ClipCheck(problems, notes);
  }

  private static ClipCheck failed(String problem) {
    return new ClipCheck(List.of(problem), List.of());
  }

  private static void checkChain(
      JsonNode manifest,
      Path file,
      Optional<ManifestChain> chain,
      List<String> problems,
      List<String> notes)
      throws IOException {
    JsonNode written = manifest.path(ManifestSeal.CHAIN);
    if (written.isNull() || written.isMissingNode()) {
      notes.add("the manifest has no place in a chain");
      return;
    }
    ChainLink link;
    try {
      link = MAPPER.treeToValue(written, ChainLink.class);
    } catch (JacksonException e) {
      problems.add("manifest " + file + " was altered: its place in the chain");
      return;
    }
    String seal = manifest.path(ManifestSeal.SEAL).path("sha256").asString("");
    if (!link.isWhole() || !link.seal().equals(seal)) {
      problems.add("manifest " + file + " was altered: its place in the chain does not close");
    }
    if (chain.isEmpty()) {
      notes.add("the chain was not compared: say --against DIR for the installation it is of");
      return;
    }
    compare(link, chain.get(), problems);
  }

  private static void compare(ChainLink link, ManifestChain chain, List<String> problems)
      throws IOException {
    try {
      problems.addAll(chain.problems());
      boolean there = chain.links().stream().anyMatch(link::equals);
      if (!there) {
        problems.add("chain " + chain + " does not hold link " + link.number() + " of this clip");
        chain.breaks().forEach(broken -> problems.add("chain " + chain + ": " + broken));
      }
    } catch (IOException e) {
      problems.add(e.getMessage() + ": it was altered");
    }
  }

  private static void checkSegments(
      JsonNode manifest, Path footage, List<String> problems, List<String> notes)
      throws IOException {
    int gone = 0;
    for (JsonNode segment : manifest.path("segments")) {
      Path file = footage.resolve(segment.path("file").asString("")).normalize();
      if (!file.startsWith(footage.normalize())) {
        problems.add("manifest names a segment outside of the footage: " + file);
      } else if (!Files.isReadable(file)) {
        gone++;
      } else if (!Sha256.of(file).equals(segment.path("sha256").asString(""))) {
        problems.add("segment " + file + " was altered: its SHA-256 is not the manifest's");
      }
    }
    if (gone > 0) {
      notes.add(gone + " segments are no longer kept and were not compared");
    }
  }
}

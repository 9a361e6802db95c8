package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is altered afterwards is found and named. */
class ClipCheckTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;
  private FootageLog log;
  private List<Segment> segments = List.of();
  private Path clip = Path.of("");

  @BeforeEach
  void makeThreeClips() throws Exception {
    log = FootageLog.open(data);
    segments = NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(12));
    make("first");
    clip = make("second");
    make("third");
  }

  private Path make(String incident) throws IOException {
    Path folder = Files.createDirectories(data.resolve("evidence").resolve(incident));
    ClipPlan plan = ClipPlan.of("cam-01", NINE.plusSeconds(1), NINE.plusSeconds(7));
    Clip cut = new ClipCutter(log).cut(plan, folder.resolve("cam-01.mp4"));
    ClipManifest.of(cut, plan, log)
        .with("rules", Map.of("grace", "PT5M"))
        .write(ManifestChain.ofData(data), incident + "/cam-01.mp4", NINE);
    return cut.file();
  }

  private static void replace(Path file, String part, String by) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(part);
    Files.writeString(file, before.replace(part, by));
  }

  private List<String> problems() throws IOException {
    return ClipCheck.of(clip).problems();
  }

  @Test
  void agreesWhereNothingWasTouched() throws Exception {
    ClipCheck check = ClipCheck.of(clip);

    assertThat(check.problems()).isEmpty();
    assertThat(check.notes()).isEmpty();
  }

  @Test
  void findsAnySingleByteOfTheClip() throws Exception {
    byte[] whole = Files.readAllBytes(clip);
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      byte[] altered = whole.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(clip, altered);
      assertThat(problems()).singleElement().asString().contains("cam-01.mp4 was altered");
    }
  }

  @Test
  void namesTheFieldOfTheManifest() throws Exception {
    Path manifest = ClipManifest.fileFor(clip);
    replace(manifest, "PT5M", "PT9M");
    assertThat(problems()).singleElement().asString().contains("field 'rules' was changed");
  }

  @Test
  void namesTheSealWhereAFieldsSumWasMadeToFit() throws Exception {
    Path manifest = ClipManifest.fileFor(clip);
    replace(manifest, "PT5M", "PT9M");
    replace(manifest, sumOf("{\"grace\":\"PT5M\",}"), sumOf("{\"grace\":\"PT9M\",}"));
    assertThat(problems()).singleElement().asString().contains("its seal was changed");
  }

  private static String sumOf(String canonical) {
    return Sha256.of(canonical);
  }

  @Test
  void findsAManifestThatWasMadeAnewInTheChain() throws Exception {
    Path fresh = data.resolve("evidence/second/cam-01.mp4");
    ClipPlan plan = ClipPlan.of("cam-01", NINE.plusSeconds(3), NINE.plusSeconds(7));
    ClipManifest forged = ClipManifest.of(new ClipCutter(log).cut(plan, fresh), plan, log);
    // The forger has a chain of his own with as many links.
    Path elsewhere = Files.createDirectories(data.resolve("elsewhere"));
    ManifestChain.in(elsewhere).append("first/cam-01.mp4", "0", NINE);
    forged.write(ManifestChain.in(elsewhere), "second/cam-01.mp4", NINE);

    assertThat(problems()).singleElement().asString().contains("does not hold link 2");
  }

  @Test
  void namesTheLinkOfTheChainThatWasAltered() throws Exception {
    replace(data.resolve("evidence/chain.ndjson"), "first/cam-01.mp4", "other/cam-01.mp4");
    assertThat(problems()).singleElement().asString().contains("breaks at link 1 (other/");
  }

  @Test
  void findsALinkThatWasTakenOut() throws Exception {
    Path chain = data.resolve("evidence/chain.ndjson");
    List<String> lines = Files.readAllLines(chain);
    Files.write(chain, lines.subList(1, 3));
    assertThat(problems()).singleElement().asString().contains("breaks at link 2");
  }

  @Test
  void namesTheSegmentThatWasAltered() throws Exception {
    byte[] segment = Files.readAllBytes(segments.get(1).file());
    segment[segment.length / 2] ^= 1;
    Files.write(segments.get(1).file(), segment);
    assertThat(problems())
        .singleElement()
        .asString()
        .contains(segments.get(1).fileName() + " was altered");
  }

  @Test
  void doesNotHoldDeletedFootageAgainstTheClip() throws Exception {
    Files.delete(segments.get(0).file());
    ClipCheck check = ClipCheck.of(clip);
    assertThat(check.problems()).isEmpty();
    assertThat(check.notes()).singleElement().asString().contains("1 segments are no longer kept");
  }

  @Test
  void checksAClipThatWasTakenElsewhereAgainstTheInstallation(@TempDir Path elsewhere)
      throws Exception {
    Path copy = Files.copy(clip, elsewhere.resolve("cam-01.mp4"));
    Files.copy(ClipManifest.fileFor(clip), elsewhere.resolve("cam-01.json"));

    assertThat(ClipCheck.of(copy).problems()).isEmpty();
    assertThat(ClipCheck.of(copy).notes()).hasSize(2);
    assertThat(ClipCheck.ofData(copy, data).notes()).isEmpty();
    assertThat(ClipCheck.ofData(copy, data).agrees()).isTrue();
  }

  @Test
  void goesOnBehindALineThatALossOfPowerCutShort() throws Exception {
    Path chain = data.resolve("evidence/chain.ndjson");
    Files.writeString(chain, "{\"number\":4,\"at", StandardOpenOption.APPEND);

    make("fourth");

    assertThat(ManifestChain.ofData(data).problems()).isEmpty();
    assertThat(ManifestChain.ofData(data).links()).hasSize(4);
    assertThat(problems()).isEmpty();
  }

  @Test
  void goesOnBehindADamagedLineAndNamesTheBreak() throws Exception {
    Path chain = data.resolve("evidence/chain.ndjson");
    byte[] lines = Files.readAllBytes(chain);
    byte[] damaged = lines.clone();
    int third = new String(lines, StandardCharsets.UTF_8).indexOf("third/");
    damaged[third] = 0;
    Files.write(chain, damaged);

    make("fourth");

    ManifestChain after = ManifestChain.ofData(data);
    assertThat(after.problems()).as("the chain itself is whole again").isEmpty();
    assertThat(after.links()).extracting(ChainLink::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(after.breaks()).singleElement().asString().contains("behind link 2 were no links");
    Path aside =
        data.resolve("evidence")
            .resolve(after.breaks().get(0).replaceAll(".* kept in ([^,]*),.*", "$1"));
    assertThat(new String(Files.readAllBytes(aside), StandardCharsets.UTF_8))
        .as("not a byte is lost")
        .contains("\0hird/");
    assertThat(problems()).as("clips of before still agree").isEmpty();
    assertThat(ClipCheck.of(data.resolve("evidence/third/cam-01.mp4")).problems())
        .as("the clip whose link was lost says why it does not")
        .hasSize(2)
        .anyMatch(problem -> problem.contains("does not hold link 3"))
        .anyMatch(problem -> problem.contains("kept in chain.damaged-"));
  }

  @Test
  void goesOnWhereNothingOfTheChainCanBeRead() throws Exception {
    Path chain = data.resolve("evidence/chain.ndjson");
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    Files.write(chain, noise);

    make("fourth");

    ManifestChain after = ManifestChain.ofData(data);
    assertThat(after.problems()).isEmpty();
    assertThat(after.links()).hasSize(2);
    assertThat(after.breaks()).singleElement().asString().contains("20000 bytes behind link 0");
  }

  @Test
  void sealsARenditionWithAllThatIsKnownOfItsClip() throws Exception {
    ClipPlan plan = ClipPlan.of("cam-01", NINE.plusSeconds(1), NINE.plusSeconds(7));
    Path folder = Files.createDirectories(data.resolve("export"));
    Clip cut = new ClipCutter(log).cut(plan, folder.resolve("plain.mp4"));
    Path rendition = Files.write(folder.resolve("blurred.mp4"), new byte[] {1, 2, 3});

    ClipManifest.of(cut, plan, log)
        .rendition(rendition)
        .write(ManifestChain.ofData(data), "export/blurred.mp4", NINE);

    assertThat(ClipCheck.ofData(rendition, data).problems()).isEmpty();
    assertThat(ClipCheck.ofData(rendition, data).notes()).isEmpty();
    assertThat(Files.readString(ClipManifest.fileFor(rendition)))
        .contains("\"renditionOf\" : \"plain.mp4\"", "\"cameraId\" : \"cam-01\"");
    Files.write(rendition, new byte[] {1, 2, 4});
    assertThat(ClipCheck.ofData(rendition, data).problems())
        .singleElement()
        .asString()
        .contains("blurred.mp4 was altered");
  }
}

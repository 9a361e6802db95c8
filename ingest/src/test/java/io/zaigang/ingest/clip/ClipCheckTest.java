package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
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
}

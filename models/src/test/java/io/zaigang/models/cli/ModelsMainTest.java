package io.zaigang.models.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.models.Testdata;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsMainTest {

  private static final String NO_PICTURES =
      "{\"categories\": [], \"images\": [], \"annotations\": []}";

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private Path annotations = Path.of("");

  @BeforeEach
  void writeAnnotations() throws IOException {
    annotations = Files.writeString(folder.resolve("instances.json"), NO_PICTURES);
  }

  @Test
  void refusesAFolderThatIsNotThereInOneLine() {
    int exit = evaluate(folder.resolve("nowhere"), annotations, folder.resolve("out.json"));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("--images").contains("nowhere");
  }

  @Test
  void refusesAnnotationsThatAreNoJson() throws IOException {
    Files.writeString(annotations, "no json");

    assertThat(evaluate(folder, annotations, folder.resolve("out.json"))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("instances.json is no JSON");
  }

  @Test
  void refusesAPictureThatIsListedButAbsentAndWritesNothing() throws IOException {
    Files.writeString(
        annotations,
        """
        {"categories": [], "annotations": [], "images": [{"id": 1, "file_name": "gone.jpg"}]}
        """);

    assertThat(evaluate(folder, annotations, folder.resolve("out.json"))).isEqualTo(2);
    assertThat(err.toString()).contains("gone.jpg").contains("listed but not in");
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @Test
  void refusesAPictureThatCannotBeDecoded() throws IOException {
    Files.writeString(folder.resolve("text.jpg"), "no picture");
    Files.writeString(
        annotations,
        """
        {"categories": [], "annotations": [], "images": [{"id": 1, "file_name": "text.jpg"}]}
        """);

    assertThat(evaluate(folder, annotations, folder.resolve("out.json"))).isEqualTo(2);
    assertThat(err.toString()).contains("text.jpg is no picture");
  }

  @Test
  void refusesAResultThatCannotBeWritten() {
    Path out = folder.resolve("no/such/folder/out.json");

    assertThat(evaluate(folder, annotations, out)).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
  }

  @Test
  void refusesALongSideThatTheNetworkCannotTake() {
    int exit =
        execute(
            "evaluate",
            "--images=" + folder,
            "--annotations=" + annotations,
            "--out=" + folder.resolve("out.json"),
            "--models=" + Testdata.weights(),
            "--long-side=417");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("--long-side").contains("417");
  }

  @Test
  void saysWhereModelsWereLookedFor() {
    int exit =
        execute(
            "evaluate",
            "--images=" + folder,
            "--annotations=" + annotations,
            "--out=" + folder.resolve("out.json"),
            "--models=" + folder.resolve("models"));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(folder.resolve("models") + ": not found");
  }

  @Test
  void writesAReportOverNoPicturesAtAll() throws IOException {
    Path out = folder.resolve("out.json");

    assertThat(evaluate(folder, annotations, out)).isZero();
    assertThat(Files.readString(out))
        .contains("\"images\":0")
        .contains("\"ap50\":null")
        .contains("\"sha256\":\"");
  }

  private int evaluate(Path images, Path labels, Path out) {
    return execute(
        "evaluate",
        "--images=" + images,
        "--annotations=" + labels,
        "--out=" + out,
        "--models=" + Testdata.weights());
  }

  private int execute(String... arguments) {
    CommandLine line = ModelsMain.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(new StringWriter(), true));
    return line.execute(arguments);
  }
}

package io.zaigang.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.geometry.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoAnnotationsTest {

  @TempDir private Path folder;

  @Test
  void readsPicturesWithTheirLabelsAndThoseWithoutAny() throws Exception {
    Path file =
        write(
            """
            {"categories": [{"id": 1, "name": "person"}],
             "images": [{"id": 7, "file_name": "a.jpg"}, {"id": 8, "file_name": "b.jpg"}],
             "annotations": [{"id": 1, "image_id": 8, "category_id": 1,
                              "bbox": [1, 2, 3.5, 4], "iscrowd": 1}]}
            """);

    assertThat(CocoAnnotations.read(file))
        .containsExactly(
            new LabelledPicture("a.jpg", java.util.List.of()),
            new LabelledPicture(
                "b.jpg", java.util.List.of(new Truth("person", new Box(1, 2, 3.5, 4), true))));
  }

  @Test
  void namesTheFileThatIsNotThere() {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> CocoAnnotations.read(missing))
        .isInstanceOf(InvalidAnnotationsException.class)
        .hasMessageContaining("missing.json not found");
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    Path file = write("person: yes");

    assertThatThrownBy(() -> CocoAnnotations.read(file))
        .isInstanceOf(InvalidAnnotationsException.class)
        .hasMessageContaining("is no JSON");
  }

  @Test
  void refusesJsonOfAnotherForm() throws IOException {
    Path file = write("{\"images\": []}");

    assertThatThrownBy(() -> CocoAnnotations.read(file)).hasMessageContaining("`categories`");
  }

  @Test
  void refusesAnAnnotationOfAPictureThatIsNotListed() throws IOException {
    Path file =
        write(
            """
            {"categories": [{"id": 1, "name": "person"}], "images": [],
             "annotations": [{"id": 5, "image_id": 8, "category_id": 1, "bbox": [0, 0, 1, 1]}]}
            """);

    assertThatThrownBy(() -> CocoAnnotations.read(file)).hasMessageContaining("annotation 5");
  }

  @Test
  void refusesABoxThatIsNone() throws IOException {
    Path file =
        write(
            """
            {"categories": [{"id": 1, "name": "person"}],
             "images": [{"id": 8, "file_name": "b.jpg"}],
             "annotations": [{"id": 5, "image_id": 8, "category_id": 1, "bbox": [0, 0, -1, 1]}]}
            """);

    assertThatThrownBy(() -> CocoAnnotations.read(file)).hasMessageContaining("[0,0,-1,1]");
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("instances.json"), json);
  }
}

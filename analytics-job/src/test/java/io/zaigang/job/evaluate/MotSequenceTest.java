package io.zaigang.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.tracking.TrackingAccuracy.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotSequenceTest {

  @TempDir private Path folder;

  @Test
  void readsTheFormOfTheMotChallenge() throws Exception {
    Path sequence = write("MOT17-01/gt/gt.txt", "1,7,10,20,30,40,1,1,1\n2, 7, 11, 20, 30, 40\n");
    Files.writeString(sequence.resolve("seqinfo.ini"), "[Sequence]\nframeRate=14\n");
    pictures(sequence.resolve("img1"), 2);

    MotSequence read = MotSequence.in(folder).get(0);

    assertThat(read.name()).isEqualTo("MOT17-01");
    assertThat(read.picturesPerSecond()).isEqualTo(14);
    assertThat(read.truth().get(2)).containsExactly(new Labelled(7, new Box(11, 20, 30, 40)));
    assertThat(read.picture(2)).hasFileName("000002.jpg").exists();
  }

  @Test
  void saysWhichLineIsNone() throws Exception {
    pictures(write("a/gt_mot.txt", "1,7,10,20,30,40\n1,7,ten,20,30,40\n").resolve("frames"), 1);

    assertThatThrownBy(() -> MotSequence.in(folder))
        .isInstanceOf(InvalidLabelsException.class)
        .hasMessageContaining("gt_mot.txt line 2")
        .hasMessageContaining("found 1,7,ten");
  }

  @Test
  void saysWhichPictureIsMissing() throws Exception {
    pictures(write("a/gt_mot.txt", "1,7,10,20,30,40\n5,7,10,20,30,40\n").resolve("frames"), 1);

    assertThatThrownBy(() -> MotSequence.in(folder)).hasMessageContaining("names picture 5");
  }

  @Test
  void saysThatThereIsNoSequence() {
    assertThatThrownBy(() -> MotSequence.in(folder)).hasMessageContaining("No sequence in");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return folder.resolve(name.substring(0, name.indexOf('/')));
  }

  private static void pictures(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 1; i <= count; i++) {
      Files.writeString(folder.resolve("%06d.jpg".formatted(i)), "");
    }
  }
}

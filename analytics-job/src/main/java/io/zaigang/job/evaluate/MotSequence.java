package io.zaigang.job.evaluate;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.tracking.TrackingAccuracy.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Labelled pictures in order, in the form of the MOTChallenge: truth in {@code gt_mot.txt} or
 * {@code gt/gt.txt} (frame, id, x, y, w, h, …), pictures {@code 000001.jpg} on in {@code frames} or
 * {@code img1}, their rate in {@code seqinfo.ini} or else {@value #USUAL_RATE} a second.
 *
 * @param name of its folder
 * @param picturesPerSecond as filmed
 * @param truth who is where, by number of the picture
 */
record MotSequence(
    String name,
    Path pictures,
    double picturesPerSecond,
    SortedMap<Integer, List<Labelled>> truth) {

  private static final double USUAL_RATE = 25;
  private static final List<String> TRUTHS = List.of("gt_mot.txt", "gt/gt.txt");
  private static final List<String> PICTURES = List.of("frames", "img1");
  private static final Pattern RATE = Pattern.compile("(?m)^frameRate\\s*=\\s*([0-9.]+)");
  private static final int COLUMNS = 6;

  /**
   * All sequences in a folder, by name.
   *
   * @throws InvalidLabelsException when there is none, or one cannot be used
   */
  static List<MotSequence> in(Path folder) throws InvalidLabelsException {
    List<MotSequence> sequences = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> folders = Stream.concat(Stream.of(folder), children.sorted()).toList();
      for (Path candidate : folders) {
        Optional<Path> truth = first(candidate, TRUTHS);
        if (truth.isPresent()) {
          sequences.add(read(candidate, truth.get()));
        }
      }
    } catch (IOException e) {
      throw new InvalidLabelsException(folder + " cannot be read: " + e.getMessage());
    }
    if (sequences.isEmpty()) {
      throw new InvalidLabelsException(
          "No sequence in " + folder + ": expected folders with " + TRUTHS + " and " + PICTURES);
    }
    return sequences;
  }

  /** The picture of a number. */
  Path picture(int number) {
    return pictures.resolve("%06d.jpg".formatted(number));
  }

  private static MotSequence read(Path folder, Path truth)
      throws InvalidLabelsException, IOException {
    Path pictures =
        first(folder, PICTURES)
            .orElseThrow(
                () -> new InvalidLabelsException(folder + ": no pictures in any of " + PICTURES));
    MotSequence sequence =
        new MotSequence(
            String.valueOf(folder.toAbsolutePath().getFileName()),
            pictures,
            rate(folder),
            truth(truth));
    for (int number : sequence.truth().keySet()) {
      if (!Files.isRegularFile(sequence.picture(number))) {
        throw new InvalidLabelsException(
            truth + " names picture " + number + ", but there is no " + sequence.picture(number));
      }
    }
    return sequence;
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  private static double rate(Path folder) throws IOException {
    Path info = folder.resolve("seqinfo.ini");
    if (!Files.isRegularFile(info)) {
      return USUAL_RATE;
    }
    Matcher matcher = RATE.matcher(Files.readString(info));
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : USUAL_RATE;
  }

  private static SortedMap<Integer, List<Labelled>> truth(Path file)
      throws InvalidLabelsException, IOException {
    SortedMap<Integer, List<Labelled>> frames = new TreeMap<>();
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      Map.Entry<Integer, Labelled> box = box(text, file + " line " + line);
      frames.computeIfAbsent(box.getKey(), f -> new ArrayList<>()).add(box.getValue());
    }
    return frames;
  }

  private static Map.Entry<Integer, Labelled> box(String text, String where)
      throws InvalidLabelsException {
    String[] columns = text.split(",");
    try {
      double[] v = new double[COLUMNS];
      for (int i = 0; i < COLUMNS; i++) {
        v[i] = Double.parseDouble(columns[i].trim());
      }
      return Map.entry((int) v[0], new Labelled((int) v[1], new Box(v[2], v[3], v[4], v[5])));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new InvalidLabelsException(where + ": expected frame, id, x, y, w, h; found " + text);
    }
  }
}

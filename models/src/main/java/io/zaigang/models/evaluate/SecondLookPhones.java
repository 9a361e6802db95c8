package io.zaigang.models.evaluate;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.phone.PhoneSight;
import io.zaigang.models.phone.PhoneUseDetector;
import io.zaigang.models.phone.SecondLookSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The phones of a picture with the second look: those of the whole picture, and the likeliest one
 * in reach of each person.
 *
 * <p>A second look's score is brought to the whole picture's scale: the score in force for use
 * becomes the score in force for phones, so that one threshold means the same for both.
 */
final class SecondLookPhones {

  /** More people than stand at any counter; the largest are looked at. */
  private static final int MAX_PERSONS = 12;

  private static final double SAME_PHONE_IOU = 0.5;

  private final PhoneUseDetector secondLook;
  private final double personScore;
  private final double scale;

  SecondLookPhones(
      PhoneUseDetector secondLook, SecondLookSettings settings, DetectorSettings detector) {
    this.secondLook = secondLook;
    this.personScore = detector.personScore();
    this.scale = detector.phoneScore() / settings.inUse();
  }

  /** All phones: those found already, and those that looking again at the people adds. */
  List<LabelledDetection> in(BgrPicture picture, List<LabelledDetection> found) {
    List<LabelledDetection> phones = new ArrayList<>();
    found.stream().filter(d -> d.label().equals(LabelledDetection.PHONE)).forEach(phones::add);
    found.stream()
        .filter(d -> d.label().equals(LabelledDetection.PERSON) && d.score() >= personScore)
        .map(LabelledDetection::box)
        .sorted(Comparator.comparingDouble(Box::area).reversed())
        .limit(MAX_PERSONS)
        .forEach(person -> add(phones, secondLook.look(picture, person)));
    return phones;
  }

  private void add(List<LabelledDetection> phones, PhoneSight sight) {
    Box box = sight.phone();
    if (box == null) {
      return;
    }
    double score = sight.score() * scale;
    for (int i = 0; i < phones.size(); i++) {
      LabelledDetection phone = phones.get(i);
      if (phone.box().intersectionOverUnion(box) >= SAME_PHONE_IOU) {
        if (phone.score() < score) {
          phones.set(i, new LabelledDetection(phone.label(), phone.box(), score));
        }
        return;
      }
    }
    phones.add(new LabelledDetection(LabelledDetection.PHONE, box, score));
  }
}

package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.pose.PoseEstimator;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a second look at one person: is a phone in use at the hand, the face or in the lap?
 *
 * <p>At a counter a phone is too small and too hidden for one detector on the whole picture. The
 * person's pose aims crops at hands and face; two unlike detectors look at crops of several sizes;
 * the likeliest phone of each view that has a phone's size and is in reach gives its log odds, and
 * their mean is the evidence: a true phone shows a little in most views, a mistake shows in one.
 * The mean becomes a probability by {@link Calibration}; or, where the site taught one, a {@link
 * TaughtHead} says which views to believe.
 *
 * <p>Holds native memory: close it. Not thread-safe.
 */
public final class PhoneUseDetector implements AutoCloseable {

  /** Detections weaker than this say nothing. */
  private static final double FLOOR = 0.02;

  /** Keeps the log odds of "nothing at all" finite: a view without a phone is no proof. */
  private static final double SOFTENING = 0.03;

  private final PoseFinder poses;
  private final Map<Eye, PhoneFinder> eyes;
  private final SecondLookSettings settings;
  private final PhoneHead taught;
  private PhoneHead head;
  private final List<AutoCloseable> owned;

  /** With finders that someone else owns. */
  PhoneUseDetector(PoseFinder poses, Map<Eye, PhoneFinder> eyes, SecondLookSettings settings) {
    this(poses, eyes, settings, settings.calibration(), List.of());
  }

  /** The same with a head that a site taught. */
  PhoneUseDetector(
      PoseFinder poses, Map<Eye, PhoneFinder> eyes, SecondLookSettings settings, PhoneHead head) {
    this(poses, eyes, settings, head, List.of());
  }

  private PhoneUseDetector(
      PoseFinder poses,
      Map<Eye, PhoneFinder> eyes,
      SecondLookSettings settings,
      PhoneHead head,
      List<AutoCloseable> owned) {
    this.poses = poses;
    this.eyes = new EnumMap<>(eyes);
    this.settings = settings;
    this.taught = head;
    this.head = head;
    this.owned = owned;
  }

  /** Which head judges from now on; the taught one until something else is said. */
  public void use(HeadChoice choice) {
    head = choice == HeadChoice.TAUGHT ? taught : settings.calibration();
  }

  /**
   * Loads the registry's detector, crop detector and pose model, and the site's head if there is
   * one in use.
   *
   * @throws io.zaigang.models.registry.ModelRegistryException when one is missing or of no use here
   */
  @SuppressWarnings("resource") // owned by the detector returned, or closed when one fails
  public static PhoneUseDetector open(ModelRegistry registry, SecondLookSettings settings) {
    DetectorSettings onCrops =
        DetectorSettings.DEFAULT.withLongSide(settings.detectorLongSidePx()).withScores(1, FLOOR);
    PhoneHead head =
        registry
            .phoneHead()
            .<PhoneHead>map(entry -> TaughtHeadFile.read(entry.file(), settings))
            .orElse(settings.calibration());
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      ObjectDetector detector = ObjectDetector.open(registry.model(ModelRole.DETECTOR), onCrops);
      opened.add(detector);
      ObjectDetector cropDetector =
          ObjectDetector.open(registry.model(ModelRole.CROP_DETECTOR), onCrops);
      opened.add(cropDetector);
      PoseEstimator pose = PoseEstimator.open(registry);
      opened.add(pose);
      return new PhoneUseDetector(
          pose::estimate,
          Map.of(
              Eye.DETECTOR, new CropFinder(detector),
              Eye.CROP_DETECTOR, new CropFinder(cropDetector)),
          settings,
          head,
          opened);
    } catch (RuntimeException e) {
      closeAll(opened);
      throw e;
    }
  }

  /**
   * Looks at a person.
   *
   * @param person box in pixels of the picture, at least partly inside it
   */
  public PhoneSight look(BgrPicture picture, Box person) {
    Body body = new Body(person, poses.find(picture, person));
    List<Double> views = new ArrayList<>();
    @Nullable LabelledDetection likeliest = null;
    for (AimedView view : settings.views()) {
      @Nullable LabelledDetection best = bestInReach(picture, body, view);
      views.add(logOdds(best == null ? 0 : best.score()));
      if (best != null && (likeliest == null || best.score() > likeliest.score())) {
        likeliest = best;
      }
    }
    double score = head.probability(views);
    Box phone = likeliest == null ? null : likeliest.box();
    Place place = phone == null ? Place.AWAY : body.placeOf(phone, settings.reach());
    return new PhoneSight(score, score >= settings.inUse(), phone, place, views);
  }

  /**
   * Looks at several people of one picture; a phone in reach of two of them counts for one.
   *
   * @return one sight a person, in the same order
   */
  public List<PhoneSight> lookAtAll(BgrPicture picture, List<Box> persons) {
    return OnePhoneOneUser.settle(persons.stream().map(p -> look(picture, p)).toList());
  }

  /** Inferences that one look runs. */
  public int inferencesPerLook() {
    return 1 + settings.views().size();
  }

  private @Nullable LabelledDetection bestInReach(BgrPicture picture, Body body, AimedView view) {
    Box crop = atLeast(settings.smallestSidePx(), body.square(view));
    PhoneFinder eye = eyes.get(view.eye());
    if (eye == null) {
      throw new IllegalStateException("No detector for " + view.eye());
    }
    @Nullable LabelledDetection best = null;
    for (LabelledDetection found : eye.find(picture, crop)) {
      if (found.label().equals(LabelledDetection.PHONE)
          && (best == null || found.score() > best.score())
          && couldBeInUse(found.box(), body)) {
        best = found;
      }
    }
    return best;
  }

  private static Box atLeast(double side, Box square) {
    return square.width() >= side ? square : square.enlarged(side / square.width());
  }

  private boolean couldBeInUse(Box phone, Body body) {
    double size = Math.max(phone.width(), phone.height()) / body.scale();
    return size >= settings.smallestPhone()
        && size <= settings.largestPhone()
        && body.placeOf(phone, settings.reach()) != Place.AWAY;
  }

  private static double logOdds(double score) {
    return Math.log((score + SOFTENING) / (1 + SOFTENING - score));
  }

  @Override
  public void close() {
    closeAll(owned);
  }

  private static void closeAll(List<AutoCloseable> resources) {
    for (AutoCloseable resource : resources) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new IllegalStateException("A model could not be closed", e);
      }
    }
  }
}

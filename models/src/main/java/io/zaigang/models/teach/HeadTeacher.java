package io.zaigang.models.teach;

import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.phone.TaughtHead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fits a head for the second look from a site's verdicts, and says whether it is any better.
 *
 * <p>Each day is judged by a head taught on the other days, against the head in use, its steepness
 * and middle fitted to the same days: being less sure of everything lowers the loss too, but tells
 * nobody from anybody. What is left is what believing other views is worth. Both verdicts count
 * alike, however many there are of each, so that probabilities stay at even odds. An incident's
 * looks count as one: its log odds are their mean.
 */
public final class HeadTeacher {

  /** With fewer of either verdict, or on fewer days, nothing can be learnt that lasts. */
  public static final int LEAST_OF_EACH = 10;

  public static final int LEAST_DAYS = 5;

  /** How far a view's weight, and the constant, may be thought to lie from what they are. */
  private static final double WEIGHT_DEVIATION = 0.5;

  private static final double BIAS_DEVIATION = 2;

  /** Keeps one incident judged with certainty, and wrongly, from deciding everything. */
  private static final double SUREST = 4;

  private final SecondLookSettings settings;
  private final double[] inUse;

  /**
   * @param settings of the second look; their calibration is the head to be bettered
   */
  public HeadTeacher(SecondLookSettings settings) {
    this.settings = settings;
    int views = settings.views().size();
    inUse = new double[views + 1];
    Arrays.fill(inUse, settings.calibration().steepness() / views);
    inUse[views] = -settings.calibration().steepness() * settings.calibration().even();
  }

  /** Teaches. */
  public Teaching teach(List<JudgedIncident> incidents) {
    TreeSet<LocalDate> days = new TreeSet<>();
    incidents.forEach(incident -> days.add(incident.day()));
    int confirmed = (int) incidents.stream().filter(JudgedIncident::confirmed).count();
    int dismissed = incidents.size() - confirmed;
    if (Math.min(confirmed, dismissed) < LEAST_OF_EACH || days.size() < LEAST_DAYS) {
      String says =
          "Too little to learn from: %d confirmed and %d dismissed incidents on %d days; needed are %d of each on %d days"
              .formatted(confirmed, dismissed, days.size(), LEAST_OF_EACH, LEAST_DAYS);
      return new Teaching(confirmed, dismissed, days.size(), 0, 0, 0, null, says);
    }
    Counted counted = new Counted(confirmed, dismissed, days.size());
    double before = 0;
    double after = 0;
    List<Double> gains = new ArrayList<>();
    for (LocalDate day : days) {
      List<JudgedIncident> others = incidents.stream().filter(i -> !i.day().equals(day)).toList();
      List<JudgedIncident> judged = incidents.stream().filter(i -> i.day().equals(day)).toList();
      double lossBefore = loss(fitted(others), judged, counted);
      double lossAfter = loss(fit(others), judged, counted);
      before += lossBefore;
      after += lossAfter;
      gains.add(lossBefore - lossAfter);
    }
    double error = errorOfSum(gains);
    return new Teaching(
        confirmed,
        dismissed,
        days.size(),
        before,
        after,
        error,
        head(incidents, counted, before - after, error),
        says(before, after, error));
  }

  private record Counted(int confirmed, int dismissed, int days) {}

  private @Nullable TaughtHead head(
      List<JudgedIncident> incidents, Counted counted, double gain, double error) {
    if (!(gain > TaughtHead.REAL * error)) {
      return null;
    }
    double[] weights = fit(incidents);
    int views = settings.views().size();
    return new TaughtHead(
        TaughtHead.describe(settings),
        Arrays.stream(weights, 0, views).boxed().toList(),
        weights[views],
        counted.confirmed(),
        counted.dismissed(),
        counted.days(),
        gain,
        error);
  }

  private static String says(double before, double after, double error) {
    boolean real = before - after > TaughtHead.REAL * error;
    return "Log loss of an incident on days not taught on: %.3f before, %.3f after, gain %.3f ± %.3f: %s"
        .formatted(
            before, after, before - after, error, real ? "real" : "may be chance, no head written");
  }

  /** Weights taught on these incidents. */
  private double[] fit(List<JudgedIncident> incidents) {
    double[] deviation = new double[inUse.length];
    Arrays.fill(deviation, WEIGHT_DEVIATION);
    deviation[inUse.length - 1] = BIAS_DEVIATION;
    return new LogisticFit(inUse, deviation).fit(examples(incidents, look -> look));
  }

  /** The head in use, with the steepness and the middle that suit these incidents. */
  private double[] fitted(List<JudgedIncident> incidents) {
    double[] scale =
        new LogisticFit(new double[] {1, 0}, new double[] {WEIGHT_DEVIATION, BIAS_DEVIATION})
            .fit(examples(incidents, look -> List.of(LogisticFit.logit(inUse, look))));
    double[] fitted = new double[inUse.length];
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = scale[0] * inUse[i];
    }
    fitted[fitted.length - 1] += scale[1];
    return fitted;
  }

  /** Looks as examples: every incident counts as much as all others of its verdict. */
  private static List<LogisticFit.Example> examples(
      List<JudgedIncident> incidents, UnaryOperator<List<Double>> inputs) {
    Map<Boolean, Integer> counts = new HashMap<>();
    incidents.forEach(incident -> counts.merge(incident.confirmed(), 1, Integer::sum));
    List<LogisticFit.Example> examples = new ArrayList<>();
    for (JudgedIncident incident : incidents) {
      int ofItsKind = counts.getOrDefault(incident.confirmed(), 1);
      double each = (double) incidents.size() / (2 * ofItsKind) / incident.looks().size();
      for (List<Double> look : incident.looks()) {
        examples.add(new LogisticFit.Example(inputs.apply(look), incident.confirmed(), each));
      }
    }
    return examples;
  }

  private static double loss(double[] weights, List<JudgedIncident> incidents, Counted counted) {
    double sum = 0;
    for (JudgedIncident incident : incidents) {
      int ofItsKind = incident.confirmed() ? counted.confirmed() : counted.dismissed();
      sum += loss(weights, incident) / (2 * ofItsKind);
    }
    return sum;
  }

  private static double loss(double[] weights, JudgedIncident incident) {
    double mean =
        incident.looks().stream()
            .mapToDouble(look -> LogisticFit.logit(weights, look))
            .average()
            .orElseThrow();
    double logit = Math.max(-SUREST, Math.min(SUREST, mean));
    return Math.log1p(Math.exp(incident.confirmed() ? -logit : logit));
  }

  /** Of a sum over independent days. */
  private static double errorOfSum(List<Double> gains) {
    double mean = gains.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = gains.stream().mapToDouble(g -> (g - mean) * (g - mean)).sum();
    return Math.sqrt(squares * gains.size() / (gains.size() - 1));
  }
}

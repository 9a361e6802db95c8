package io.zaigang.job.site;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A site plan as the text that people exchange: the form in which it travels with the job and rests
 * in its state, so that both survive any change of the classes behind it.
 */
public final class PlanDocument implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Path ORIGIN = Path.of("site-plan-in-use");

  private final String yaml;
  private transient @Nullable SitePlan plan;

  private PlanDocument(String yaml, @Nullable SitePlan plan) {
    this.yaml = yaml;
    this.plan = plan;
  }

  public static PlanDocument of(SitePlan plan) {
    return new PlanDocument(SitePlanFile.toYaml(plan), plan);
  }

  /**
   * Takes a plan from its text.
   *
   * @throws SitePlanException when it is no valid plan
   */
  public static PlanDocument parse(String yaml) throws SitePlanException {
    return new PlanDocument(yaml, SitePlanFile.parse(yaml, ORIGIN));
  }

  public String yaml() {
    return yaml;
  }

  /** The plan itself. */
  public SitePlan plan() {
    SitePlan known = plan;
    if (known == null) {
      try {
        known = SitePlanFile.parse(yaml, ORIGIN);
      } catch (SitePlanException e) {
        throw new IllegalStateException("This text was written from a valid plan", e);
      }
      plan = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanDocument that && that.yaml.equals(yaml);
  }

  @Override
  public int hashCode() {
    return yaml.hashCode();
  }
}

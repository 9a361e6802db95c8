package io.zaigang.domain.site;

/** Turns a plan into the document that {@link SitePlanReader} reads back as the same plan. */
public final class SitePlanWriter {

  private SitePlanWriter() {}

  public static DocumentNode write(SitePlan plan) {
    throw new UnsupportedOperationException();
  }
}

package io.zaigang.domain.site;

/** Turns a document tree into a valid plan, or into the list of everything wrong with it. */
public final class SitePlanReader {

  private SitePlanReader() {}

  public static SitePlanReading read(DocumentNode document) {
    throw new UnsupportedOperationException();
  }
}

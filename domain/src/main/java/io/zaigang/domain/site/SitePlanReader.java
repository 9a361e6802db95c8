package io.zaigang.domain.site;

/** Placeholder to be written by the domain work: turns a document tree into a valid plan. */
public final class SitePlanReader {
  private SitePlanReader() {}
}

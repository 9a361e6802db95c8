package io.zaigang.domain.there;

import io.zaigang.domain.fixture.KnowsJson;

/** Breaks a rule on purpose: refers back to the package that uses it. */
public final class AndBack {

  private final Object mapper;

  /** Takes anything. */
  public AndBack(Object mapper) {
    this.mapper = mapper;
  }

  /** What the rule must notice. */
  public boolean cameFrom(KnowsJson origin) {
    return mapper.equals(origin);
  }
}

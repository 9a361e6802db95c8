package io.zaigang.domain.review;

import java.time.Instant;

/**
 * Somebody does something now.
 *
 * @param by user name
 * @param text their remark or reason; empty for none
 */
public record Deed(String by, Instant at, String text) {

  public Deed {
    text = text.strip();
  }
}

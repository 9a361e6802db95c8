package io.zaigang.domain.window;

/** Everything {@link ServiceWindowRules} remembers about one service window; small and bounded. */
public record WindowState() {

  /** Nothing seen yet: time starts with the minute of the first observation. */
  public static WindowState initial() {
    return new WindowState();
  }
}

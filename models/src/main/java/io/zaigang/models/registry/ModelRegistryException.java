package io.zaigang.models.registry;

import java.util.List;

/** {@code models.yaml} or a file it names cannot be used; lists every problem found. */
public final class ModelRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  public ModelRegistryException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line each: where, what, what to do. */
  public List<String> problems() {
    return problems;
  }
}

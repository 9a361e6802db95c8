package io.zaigang.job.cli;

import java.util.List;

/** The call, or a file that the user named, is wrong: exit 2, these lines and nothing else. */
final class CallRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  private final List<String> lines;

  CallRefusedException(String line) {
    this(List.of(line));
  }

  CallRefusedException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}

package io.zaigang.job.local;

/** The job ended in failure; the message names the first cause. */
public final class JobFailedException extends Exception {

  private static final long serialVersionUID = 1;

  JobFailedException(Throwable failure) {
    super(root(failure).toString(), failure);
  }

  /** The innermost cause: what went wrong, without what it went wrong in. */
  public Throwable root() {
    return root(this);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}

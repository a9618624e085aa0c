package dev.zonal.context;

/**
 * A computation ended before its result because its time was up or nobody wanted it any more. The
 * message says which, in words that follow "not certified: ".
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException(String reason) {
    super(reason);
  }
}

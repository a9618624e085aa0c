package dev.zonal.symbolic;

/** A quantity that has a value, but none that is written as an expression. */
public final class NoClosedFormException extends UnsupportedExpressionException {
  private static final long serialVersionUID = 1L;

  public NoClosedFormException(String message) {
    super(message);
  }
}

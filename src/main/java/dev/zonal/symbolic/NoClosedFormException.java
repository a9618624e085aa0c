package dev.zonal.symbolic;

/** A quantity that has a value, but none that is written as an expression. */
final class NoClosedFormException extends UnsupportedExpressionException {
  private static final long serialVersionUID = 1L;

  NoClosedFormException(String message) {
    super(message);
  }
}

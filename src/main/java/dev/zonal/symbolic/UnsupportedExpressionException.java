package dev.zonal.symbolic;

/** An expression of which Zonal has no certified value, or a kernel without the wanted form. */
public class UnsupportedExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsupportedExpressionException(String message) {
    super(message);
  }
}

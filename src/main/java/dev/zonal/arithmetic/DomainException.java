package dev.zonal.arithmetic;

/**
 * An operand lies, or cannot be proved not to lie, outside the domain of an operation: a division
 * by a ball that contains zero, a square root that meets its cut. Callers answer by raising the
 * precision, by shrinking the region, or by saying that the result is not certified.
 */
public final class DomainException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  public DomainException(String message) {
    super(message);
  }
}

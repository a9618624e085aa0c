package dev.zonal.arithmetic.ball;

import dev.zonal.arithmetic.DomainException;

/** Why arithmetic could not go on, in words that follow "not certified: ". */
public final class ArithmeticLimit {

  private ArithmeticLimit() {}

  /**
   * The reason that an exception gives. A {@link DomainException} says it itself; what the JDK says
   * of numbers that do not fit is put into words.
   */
  public static String reason(ArithmeticException e) {
    if (e instanceof DomainException && e.getMessage() != null) {
      return e.getMessage();
    }
    return "a number on the way is beyond the range of the arithmetic ("
        + (e.getMessage() == null ? "overflow" : e.getMessage())
        + ")";
  }
}

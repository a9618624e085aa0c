package dev.zonal.arithmetic.forward;

/**
 * A function of one variable at one point, to the first order.
 *
 * @param value there
 * @param derivative there; null where the function is known to be constant
 * @param <T> the numbers
 */
public record FirstOrder<T>(T value, T derivative) {
  /** A function that does not depend on the variable. */
  public static <T> FirstOrder<T> constant(T value) {
    return new FirstOrder<>(value, null);
  }

  public boolean isConstant() {
    return derivative == null;
  }
}

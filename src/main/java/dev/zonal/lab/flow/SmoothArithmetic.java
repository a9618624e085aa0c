package dev.zonal.lab.flow;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;

/**
 * What smooth networks are evaluated over; what these do not need is refused.
 *
 * @param <T> the numbers
 */
public interface SmoothArithmetic<T> extends Arithmetic<T> {
  /** What one of the numbers is called. */
  String number();

  private DomainException notNeeded(String what) {
    return new DomainException(
        "no " + what + " of a " + number() + " is needed by smooth networks");
  }

  @Override
  default T sin(T a) {
    throw notNeeded("sine");
  }

  @Override
  default T cos(T a) {
    throw notNeeded("cosine");
  }

  @Override
  default T asin(T a) {
    throw notNeeded("arc sine");
  }

  @Override
  default T arcCosineDefect(T theta, T sinHalf, T cosHalf) {
    throw notNeeded("arc cosine");
  }
}

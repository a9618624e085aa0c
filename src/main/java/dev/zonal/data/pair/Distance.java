package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;

/**
 * The distance of two vectors for kernels of the chord, which are kernels of R^d: what an angle
 * knows besides its chord is not defined.
 *
 * @param <T> the numbers
 */
final class Distance<T> implements Angle<T> {
  private static final Rational HALF = Rational.of(1, 2);
  private final Arithmetic<T> over;
  private final Rational square;

  /**
   * @param square r^2
   */
  Distance(Arithmetic<T> over, Rational square) {
    this.over = over;
    this.square = square;
  }

  @Override
  public T chord() {
    return over.sqrt(over.of(square));
  }

  @Override
  public T versine() {
    return over.of(square.multiply(HALF));
  }

  @Override
  public T theta() {
    throw undefined();
  }

  @Override
  public T cosine() {
    throw undefined();
  }

  @Override
  public T kappa0() {
    throw undefined();
  }

  @Override
  public T kappa1() {
    throw undefined();
  }

  @Override
  public Angle<T> throughLayer(int degree, T arc, T constant) {
    throw undefined();
  }

  @Override
  public Angle<T> withCosine(T u) {
    throw undefined();
  }

  private static UnsupportedOperationException undefined() {
    return new UnsupportedOperationException("a distance in R^d is no angle");
  }
}

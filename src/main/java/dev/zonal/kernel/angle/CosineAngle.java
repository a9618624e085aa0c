package dev.zonal.kernel.angle;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;

/**
 * An angle of which nothing but the cosine is known or wanted: for kernels that are put together
 * from sums, products and power series of the cosine.
 *
 * @param <T> the numbers
 */
public record CosineAngle<T>(Arithmetic<T> over, T cosine) implements Angle<T> {
  @Override
  public T theta() {
    throw onlyCosine();
  }

  @Override
  public T versine() {
    throw onlyCosine();
  }

  @Override
  public T chord() {
    throw onlyCosine();
  }

  @Override
  public T kappa0() {
    throw onlyCosine();
  }

  @Override
  public T kappa1() {
    throw onlyCosine();
  }

  private static DomainException onlyCosine() {
    return new DomainException("the kernel is not a function of powers of u alone");
  }

  @Override
  public Angle<T> throughLayer(int degree, T arc, T constant) {
    throw onlyCosine();
  }

  @Override
  public Angle<T> throughBias(T zero, T constant) {
    T kept = over.subtract(over.of(1), constant);
    return withCosine(over.add(over.multiply(kept, cosine), constant));
  }

  @Override
  public Angle<T> withCosine(T u) {
    return new CosineAngle<>(over, u);
  }
}

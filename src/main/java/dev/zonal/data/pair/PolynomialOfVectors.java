package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import java.util.List;

/** A polynomial of the inner product, which is evaluated exactly. */
record PolynomialOfVectors(List<Rational> coefficients) implements PairKernel<Vector> {
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
    return (i, j) -> {
      Rational product = inputs.get(i).dot(inputs.get(j));
      Rational value = Rational.ZERO;
      for (int n = coefficients.size() - 1; n >= 0; n--) {
        value = value.multiply(product).add(coefficients.get(n));
      }
      return over.of(value);
    };
  }
}

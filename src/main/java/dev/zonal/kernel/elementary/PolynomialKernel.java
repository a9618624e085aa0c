package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The polynomial c0 + c1 u + c2 u^2 + ... with rational coefficients, the last of which is not zero
 * unless it is the only one. It is not normalised: f(1) is the sum of the coefficients.
 */
public record PolynomialKernel(List<Rational> coefficients) implements Kernel {
  private static final int LARGEST_DEGREE = 1000;

  /**
   * @param coefficients from the constant term upwards
   * @throws KernelSpecificationException if there is none, or the degree exceeds 1000
   */
  public PolynomialKernel {
    if (coefficients.isEmpty()) {
      throw new KernelSpecificationException("[]: a polynomial must have at least one coefficient");
    }
    int degree = coefficients.size() - 1;
    while (degree > 0 && coefficients.get(degree).signum() == 0) {
      degree--;
    }
    if (degree > LARGEST_DEGREE) {
      throw new KernelSpecificationException(
          "polynomial of degree " + degree + ": the degree must be at most " + LARGEST_DEGREE);
    }
    coefficients = List.copyOf(coefficients.subList(0, degree + 1));
  }

  @Override
  public Structure structure() {
    return new Structure.Polynomial(coefficients);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T u = at.cosine();
    T value = over.of(coefficients.get(coefficients.size() - 1));
    for (int i = coefficients.size() - 2; i >= 0; i--) {
      Context.checkpoint();
      value = over.add(over.multiply(value, u), over.of(coefficients.get(i)));
    }
    return value;
  }

  /** The value at a rational number, exactly. */
  public Rational at(Rational u) {
    Rational value = Rational.ZERO;
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      value = value.multiply(u).add(coefficients.get(i));
    }
    return value;
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(at(Rational.ONE));
  }

  @Override
  public Optional<Rational> rationalValue(Rational u) {
    return Optional.of(at(u));
  }

  @Override
  public String toString() {
    return coefficients.stream()
        .map(Rational::toString)
        .collect(Collectors.joining(",", "polynomial:[", "]"));
  }

  @Override
  public <S> Optional<S> series(SeriesAlgebra<S> over) {
    if (!hasNonNegativeSeries()) {
      return Optional.empty();
    }
    S sum = over.zero();
    for (int n = 0; n < coefficients.size(); n++) {
      sum = coefficients.get(n).signum() == 0 ? sum : over.sum(sum, over.power(n));
    }
    return Optional.of(sum);
  }

  @Override
  public boolean hasNonNegativeSeries() {
    return coefficients().stream().allMatch(c -> c.signum() >= 0);
  }
}

package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.Optional;

/**
 * The arc-cosine kernel of degree n: kappa_0(u) = 1 - theta/pi, kappa_1(u) = (sin theta + (pi -
 * theta) cos theta)/pi, kappa_n' = n^2/(2n - 1) kappa_(n-1); f(1) = 1, f(-1) = 0. Source: Cho and
 * Saul 2009; docs/theory.md, Lemma 5.7.
 */
public record ArcCosineKernel(int degree) implements Kernel {
  /**
   * @throws KernelSpecificationException if the degree is out of its range
   */
  public ArcCosineKernel {
    Range.DEGREE.check("n", degree);
  }

  @Override
  public Structure structure() {
    return new Structure.OneLayer(OneLayerTerm.sum(new OneLayerTerm(1, Basis.kappa(degree))));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return ArcCosinePolynomials.kappa(over, degree, at);
  }

  @Override
  public int firstOddExponent() {
    return 2 * degree + 1;
  }

  /** That of its dual: the odd or the even part of max(x, 0)^n is x^n/2. */
  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return Optional.of(new PolynomialPart(degree % 2 == 1, degree));
  }

  /** Both ends, and where the cosine and theta/pi are both rational (Niven's theorem). */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    if (u.equals(Rational.ONE.negate())) {
      return Optional.of(Rational.ZERO);
    }
    return degree == 0 ? rationalAngle(u) : Kernel.super.rationalValue(u);
  }

  private static Optional<Rational> rationalAngle(Rational u) {
    Rational twice = u.multiply(2);
    if (!twice.isInteger()) {
      return Optional.empty();
    }
    return switch (twice.intValue()) {
      case -1 -> Optional.of(Rational.of(1, 3));
      case 0 -> Optional.of(Rational.of(1, 2));
      case 1 -> Optional.of(Rational.of(2, 3));
      default -> Optional.of(Rational.ONE);
    };
  }

  @Override
  public String toString() {
    return "arccos:n=" + degree;
  }

  /** Of the parity of n those of u^n, u^(n-2), ...; all of the other (Lemma 17.4b). */
  @Override
  public <S> Optional<S> series(SeriesAlgebra<S> over) {
    S sum = over.infinite(degree % 2 == 0);
    for (int n = degree; n >= 0; n -= 2) {
      sum = over.sum(sum, over.power(n));
    }
    return Optional.of(sum);
  }

  @Override
  public boolean hasNonNegativeSeries() {
    return true;
  }
}

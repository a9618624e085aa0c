package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import java.util.Optional;

/**
 * The arc-cosine kernel of degree 0, kappa_0(u) = 1 - theta/pi, or 1, kappa_1(u) = (sin theta + (pi
 * - theta) cos theta)/pi; f(1) = 1. Source: Cho and Saul 2009.
 */
public record ArcCosineKernel(int degree) implements Kernel {
  /**
   * @throws KernelSpecificationException if the degree is neither 0 nor 1
   */
  public ArcCosineKernel {
    Range.DEGREE.check("n", degree);
  }

  @Override
  public Structure structure() {
    return new Structure.OneLayer(
        OneLayerTerm.sum(new OneLayerTerm(1, degree == 0 ? Basis.KAPPA_0 : Basis.KAPPA_1)));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return degree == 0 ? at.kappa0() : at.kappa1();
  }

  @Override
  public int firstOddExponent() {
    return degree == 0 ? 1 : 3;
  }

  /** For n = 0 all rational values. */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    if (degree == 1) {
      return u.equals(Rational.ONE.negate())
          ? Optional.of(Rational.ZERO)
          : Kernel.super.rationalValue(u);
    }
    // Niven's theorem: theta/pi and cos theta are both rational at these angles only.
    Rational twice = u.multiply(2);
    if (!twice.isInteger()) {
      return Optional.empty();
    }
    return switch (twice.intValue()) {
      case -2 -> Optional.of(Rational.ZERO);
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

  @Override
  public boolean hasNonNegativeSeries() {
    return true;
  }
}

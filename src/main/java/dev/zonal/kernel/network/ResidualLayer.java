package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.PrimitiveRoot;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.CovarianceMap;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkLayer;
import dev.zonal.kernel.Range;
import java.util.Optional;

/**
 * A residual block with branch weight alpha &gt; 0, whose variance is divided by 1 + alpha^2: u is
 * mapped to (1 - sigma) u + sigma kappa_1(u), sigma = alpha^2/(1 + alpha^2) in (0, 1).
 *
 * @param alpha positive
 */
public record ResidualLayer(Parameter alpha) implements NetworkLayer {
  /**
   * @throws KernelSpecificationException if alpha is not positive
   */
  public ResidualLayer {
    Range.POSITIVE.check("alpha", alpha);
  }

  @Override
  public <T> CovarianceMap<T> over(Arithmetic<T> over) {
    return CovarianceMap.residual(over, sigma(over));
  }

  /** sigma = alpha^2/(1 + alpha^2). */
  public <T> T sigma(Arithmetic<T> over) {
    Optional<Rational> square = alpha.rationalSquare();
    if (square.isPresent()) {
      return over.of(square.get().divide(square.get().add(1)));
    }
    T alphaSquared = alpha.squareIn(over);
    return over.divide(alphaSquared, over.add(alphaSquared, over.of(1)));
  }

  /** 1 + alpha^2, the factor by which one block multiplies the variance. */
  <T> T growth(Arithmetic<T> over) {
    Optional<Rational> square = alpha.rationalSquare();
    return square.isPresent()
        ? over.of(square.get().add(1))
        : over.add(over.of(1), alpha.squareIn(over));
  }

  /**
   * {@code alpha=1/2}, else {@code alpha2=1/50}, else {@code alpha=L^(-1/3)}, else the power
   * itself.
   */
  String specification(int depth) {
    if (alpha instanceof RationalPower power) {
      return power
          .rationalSquare()
          .map(square -> "alpha2=" + square)
          .orElseGet(() -> "alpha=" + asPowerOf(depth, power));
    }
    return "alpha=" + alpha;
  }

  private static String asPowerOf(int depth, RationalPower power) {
    PrimitiveRoot ofDepth = PrimitiveRoot.of(Rational.of(depth));
    return depth > 1 && ofDepth.root().equals(power.base())
        ? "L^(" + power.exponent().divide(ofDepth.multiplicity()) + ")"
        : power.toString();
  }
}

package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.PrimitiveRoot;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import java.util.Optional;

/**
 * The weight alpha &gt; 0 of the residual branch. A normalised kernel depends on it through sigma =
 * alpha^2/(1 + alpha^2) in (0, 1) only.
 */
record BranchWeight(Parameter alpha) {

  BranchWeight {
    Range.POSITIVE.check("alpha", alpha);
  }

  <T> T sigma(Arithmetic<T> over) {
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

package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.spectrum.value.Parity;
import java.util.List;

/**
 * The law lambda_k ~ c |K|^-e, K_i = k_i + (C-2)/2, of the eigenvalues of a patch for sums of the
 * degrees of one parity, as the degrees grow in any way, e = q(C-1) + s (docs/theory.md, Theorem
 * 21.11). It is a limit, without a bound of what it differs by.
 *
 * @param power s, that of the first odd power of the chord that the kernel has at both ends, for
 *     this parity: 1 or 3
 */
public record PatchDecay(PatchSpectrum patch, Parity parity, int power) {
  /** e. */
  public int exponent() {
    return spheres().dimension() + power;
  }

  private ProductOfSpheres spheres() {
    return new ProductOfSpheres(patch.channels(), patch.pixels());
  }

  /** A ball that contains c. */
  public Ball constant(BallArithmetic over) {
    Ball slope = over.of(0);
    Ball weights = over.of(0);
    for (OneLayerTerm term : patch.terms()) {
      Ball weight = term.weight(over);
      weights = over.add(weights, weight);
      slope = isRaisedBy(term) ? over.add(slope, weight) : slope;
    }
    // kappa_0 = 1 - r/pi and kappa_1 = ... + r^3/(3 pi): both ends give the same.
    Ball both = over.divide(over.scale(slope, Rational.of(2, power)), over.pi());
    return over.divide(over.multiply(both, spheres().transformOfChord(power, over)), weights);
  }

  /** Whether the term has that power of the chord, and infinitely many powers of this parity. */
  boolean isRaisedBy(OneLayerTerm term) {
    OneLayerTerm.Basis function = term.function();
    int degree = function.degree().orElse(-1);
    return degree == (power - 1) / 2
        && (function.cosine() != (degree == 1)) == (parity == Parity.EVEN);
  }

  /** c |K|^-e for these degrees. */
  Ball at(List<Integer> degrees, BallArithmetic over) {
    Rational square = Rational.ZERO;
    for (int k : degrees) {
      Rational shifted = Rational.of(2L * k + patch.channels() - 2, 2);
      square = square.add(shifted.multiply(shifted));
    }
    Ball norm = over.sqrt(over.of(square));
    return over.divide(constant(over), over.power(norm, exponent()));
  }
}

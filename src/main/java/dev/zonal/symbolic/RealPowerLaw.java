package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ChordPowerKernel;
import dev.zonal.kernel.GammaExponentialKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.ChordPowerSpectrum;
import java.util.Optional;

/**
 * The leading power of the chord of a kernel whose powers are no integers: r^s itself, and -c
 * r^gamma of exp(-c r^gamma). It rules even and odd frequencies alike (docs/theory.md, Propositions
 * 12.9 and 12.10).
 *
 * @param exponent s, no even number from 0 on
 * @param weight its coefficient
 * @param isNegative whether the coefficient is minus the weight
 */
record RealPowerLaw(Rational exponent, Parameter weight, boolean isNegative) {

  /** The law of a kernel of this kind; empty for every other one. */
  static Optional<RealPowerLaw> of(Kernel kernel) {
    if (kernel instanceof ChordPowerKernel k && !isAmongIntegerPowers(k.s())) {
      return Optional.of(new RealPowerLaw(k.s(), Rational.of(1), false));
    }
    return kernel instanceof GammaExponentialKernel k && !isAmongIntegerPowers(k.gamma())
        ? Optional.of(new RealPowerLaw(k.gamma(), k.c(), true))
        : Optional.empty();
  }

  /** Such powers are among those of a power series, if they are not negative. */
  private static boolean isAmongIntegerPowers(Rational s) {
    return s.signum() >= 0 && s.isInteger();
  }

  /** The limit of k^(d-1+s) eta_k. */
  Ball constant(BallArithmetic over, int dimension) {
    Ball value =
        over.multiply(weight.in(over), ChordPowerSpectrum.limit(over, dimension, exponent));
    return isNegative ? over.negate(value) : value;
  }
}

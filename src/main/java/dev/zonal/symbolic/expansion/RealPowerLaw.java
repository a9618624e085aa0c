package dev.zonal.symbolic.expansion;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
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
public record RealPowerLaw(Rational exponent, Parameter weight, boolean isNegative) {
  /** The law of a kernel of this kind; empty for every other one. */
  public static Optional<RealPowerLaw> of(Kernel kernel) {
    Optional<RealPowerLaw> law = Optional.empty();
    if (kernel.structure() instanceof Structure.ChordPower power) {
      law = Optional.of(new RealPowerLaw(power.exponent(), Rational.ONE, false));
    } else if (kernel.structure() instanceof Structure.Radial radial) {
      law = Optional.of(new RealPowerLaw(radial.power(), radial.rate(), true));
    }
    return law.filter(RealPowerLaw::isBesideIntegerPowers);
  }

  /** Integer powers are among those of a power series, if they are not negative. */
  private boolean isBesideIntegerPowers() {
    return exponent.signum() < 0 || !exponent.isInteger();
  }

  /** The limit of k^(d-1+s) eta_k. */
  public Ball constant(BallArithmetic over, int dimension) {
    Ball value =
        over.multiply(weight.in(over), ChordPowerSpectrum.limit(over, dimension, exponent));
    return isNegative ? over.negate(value) : value;
  }
}

package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.Sphere;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel of powers (q + k(k+d-2))^-sigma on a sphere: powers of the chord with the same
 * singularity, and the series of what they leave, which converges soon (docs/theory.md, Proposition
 * 15.6(c)).
 */
record LaplacianPowerValue(int dimension, Structure.LaplacianPower power) {
  private static final BallArithmetic BOUNDS = BallArithmetic.ofBits(96);

  private static final int MOST_POWERS = 160;

  private static final int MOST_TERMS = 20_000;

  private Rational sigma() {
    return power.exponent(dimension);
  }

  /**
   * The value to about so many bits relatively to eta_0 as {@code over} has.
   *
   * @throws DomainException if that takes too many terms
   */
  Ball at(BallArithmetic over, Rational u) {
    int least = LaplacianPowerExpansion.leastTerms(dimension, power);
    int powers = Math.max(Math.max(2, least), Math.min(MOST_POWERS, over.bits() / 6));
    if (powers > MOST_POWERS) {
      throw tooMany("powers of the chord", MOST_POWERS);
    }
    Ball rest =
        LaplacianPowerExpansion.of(BOUNDS, dimension, power, powers).rest(powers).orElseThrow();
    int count = terms(powers, rest, over.bits());
    BallArithmetic wide = BallArithmetic.ofBits(over.bits() + ZonalSum.lost(count));
    LaplacianPowerExpansion expansion = LaplacianPowerExpansion.of(wide, dimension, power, powers);
    List<Ball> left = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      left.add(power.eigenvalue(wide, dimension, k));
    }
    Ball value = wide.of(0);
    for (int j = 0; j < powers; j++) {
      Ball coefficient = expansion.coefficient(j);
      SingularPower singular = new SingularPower(wide, dimension, expansion.exponent(j));
      value = wide.add(value, wide.multiply(coefficient, singular.at(u)));
      List<Ball> eigenvalues = singular.eigenvalues(count);
      for (int k = 0; k < count; k++) {
        Context.checkpoint();
        Ball part = wide.multiply(coefficient, eigenvalues.get(k));
        left.set(k, wide.subtract(left.get(k), part));
      }
    }
    Ball sum = wide.add(value, new ZonalSum<>(wide, dimension, u).of(left));
    return over.round(sum.inflate(tail(powers, rest, count)));
  }

  /** The number of terms from which on the tail is below 2^-bits eta_0. */
  private int terms(int powers, Ball rest, int bits) {
    long wanted = power.eigenvalue(BOUNDS, dimension, 0).lowerBinaryOrder() - bits;
    // 2n is to be above s_J.
    long first = sigma().add(powers).floor().longValueExact() + 1;
    for (long n = first; n <= MOST_TERMS; n += 1 + n / 8) {
      if (tail(powers, rest, n).binaryOrder() < wanted) {
        return (int) n;
      }
    }
    throw tooMany("terms", MOST_TERMS);
  }

  private DomainException tooMany(String what, int most) {
    return new DomainException(
        "a series that converges like k^-%s needs more than %s %s"
            .formatted(sigma().multiply(2), most, what));
  }

  /** The bound of all terms from n on, 2n &gt; s_J. */
  private Ball tail(int powers, Ball rest, long n) {
    Rational shifted = new Sphere(dimension).shifted(n);
    Rational half = shifted.add(Rational.of(1, 2));
    Rational order = sigma().add(powers);
    Ball quotient = new GammaFunction(BOUNDS).ratio(half.subtract(order), half.add(order));
    Rational p = order.multiply(2).subtract(dimension - 2L);
    Ball size = BOUNDS.multiply(rest, BOUNDS.multiply(quotient, multiplicity(n)));
    return BOUNDS.scale(size, shifted.divide(p.subtract(1)).add(1));
  }

  private Ball multiplicity(long n) {
    return new Sphere(dimension).multiplicity(n, BOUNDS);
  }
}

package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.ArrayList;
import java.util.List;

/** The heat kernel on a sphere, by its series (docs/theory.md, Proposition 15.6(b)). */
record HeatValue(int dimension, Structure.Heat heat) {
  private static final BallArithmetic BOUNDS = Precision.BOUNDS;
  private static final int MOST_TERMS = 100_000;

  /**
   * The value to about so many bits absolutely as {@code over} has.
   *
   * @throws DomainException if that takes too many terms
   */
  Ball at(BallArithmetic over, Rational u) {
    int count = terms(over.bits());
    BallArithmetic wide = BallArithmetic.ofBits(over.bits() + ZonalSum.lost(count));
    List<Ball> eigenvalues = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      eigenvalues.add(heat.eigenvalue(wide, dimension, k));
    }
    Ball sum = new ZonalSum<>(wide, dimension, u).of(eigenvalues);
    return over.round(sum.inflate(term(count).shifted(1)));
  }

  /** So many that the others halve from one to the next, the first of them below 2^-bits. */
  private int terms(int bits) {
    for (long n = 1; n <= MOST_TERMS; n += 1 + n / 8) {
      if (halves(n) && term(n).binaryOrder() < -bits) {
        return (int) n;
      }
    }
    throw new DomainException(
        "the series of the heat kernel needs more than " + MOST_TERMS + " terms");
  }

  private boolean halves(long n) {
    Rational exponent = heat.time().multiply(2 * n + dimension - 1).negate();
    Ball ratio = BOUNDS.scale(BOUNDS.exp(BOUNDS.of(exponent)), ZonalSum.growth(dimension, n));
    return ratio.certainlyLess(BOUNDS.of(Rational.of(1, 2)));
  }

  private Ball term(long n) {
    Ball eigenvalue = heat.eigenvalue(BOUNDS, dimension, n);
    return BOUNDS.multiply(eigenvalue, new Sphere(dimension).multiplicity(n, BOUNDS));
  }
}

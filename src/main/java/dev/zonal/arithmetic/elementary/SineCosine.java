package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.ball.SquareRoot;
import java.math.BigInteger;

/**
 * Sine and cosine together: reduction modulo pi/2 and by an angle from a table; then, for a small
 * angle, both Taylor series, and otherwise the series of the versine at t/2^r, r doublings {@code w
 * -> 4w - 2w^2}, and one square root for the sine (docs/theory.md, Proposition 3.5 and Lemma 3.4a).
 */
public record SineCosine(Ball sine, Ball cosine) {
  private static final int GUARD = 24;
  private static final long LARGEST_REDUCED = 1L << 20;

  /**
   * Balls around sin x and cos x of radius below 2^-bits, the sine relatively so for |x| &lt; 1.
   * For |x| beyond 2^(2^20) nothing is known but [-1, 1].
   */
  public static SineCosine at(Dyadic x, int bits) {
    long top = x.binaryOrder();
    if (x.signum() == 0) {
      return new SineCosine(Ball.exact(0), Ball.exact(1));
    }
    if (2 * top < -bits) {
      // |sin x - x| <= |x|^3/6 and |cos x - 1| <= x^2/2
      return new SineCosine(
          Ball.of(x.mantissa, x.exponent, Magnitude.powerOfTwo(3 * top - 2)),
          Ball.of(BigInteger.ONE, 0, Magnitude.powerOfTwo(2 * top - 1)));
    }
    if (top > LARGEST_REDUCED) {
      Ball unknown = Ball.of(BigInteger.ZERO, 0, Magnitude.powerOfTwo(0));
      return new SineCosine(unknown, unknown);
    }
    int small = (int) Math.max(0, -top);
    int fraction = fraction(bits + GUARD, small);
    BigInteger angle = x.mantissa.abs();
    int quadrant = 0;
    BigInteger reduced;
    if (top <= 0) {
      reduced = Dyadic.shift(angle, x.exponent + fraction);
    } else {
      int wide = fraction + (int) top + 4;
      BigInteger halfPi = BinaryConstant.PI.times2To(wide - 1);
      BigInteger[] parts =
          Dyadic.shift(angle, x.exponent + wide)
              .add(halfPi.shiftRight(1))
              .divideAndRemainder(halfPi);
      quadrant = parts[0].intValue() & 3;
      reduced = parts[1].subtract(halfPi.shiftRight(1)).shiftRight((int) top + 4);
    }
    Fixed fixed = fixed(reduced.abs(), fraction);
    // two units for the reduced angle
    Ball s = ball(reduced.signum() < 0 ? fixed.sine.negate() : fixed.sine, fixed, fraction);
    Ball c = ball(fixed.cosine, fixed, fraction);
    Ball sine = (quadrant & 1) == 0 ? s : c;
    Ball cosine = (quadrant & 1) == 0 ? c : s;
    if ((quadrant & 2) != 0) {
      sine = sine.negated();
    }
    if (quadrant == 1 || quadrant == 2) {
      cosine = cosine.negated();
    }
    return new SineCosine(x.signum() < 0 ? sine.negated() : sine, cosine);
  }

  /**
   * The bits after the point that give a sine of about 2^-small so many bits of its own: the square
   * root halves the accuracy of a small versine, the series do not.
   */
  static int fraction(int bits, int small) {
    return small >= doublings(bits + small) ? bits + small : bits + 2 * small;
  }

  private static Ball ball(BigInteger value, Fixed fixed, int fraction) {
    return Ball.of(value, -fraction, fixed.error.plus(Magnitude.atLeast(2, 0)).shifted(-fraction));
  }

  /** sin t and cos t for t = argument 2^-fraction in [0, 7/4], each within {@code error} units. */
  public static Fixed fixed(BigInteger argument, int fraction) {
    int j = TableGrid.index(argument, fraction);
    if (j == 0) {
      return byDoubling(argument, fraction);
    }
    RotationTable table = RotationTable.ofAtLeast(fraction);
    BigInteger s = table.sine(j, fraction);
    BigInteger c = table.cosine(j, fraction);
    BigInteger rest = TableGrid.rest(argument, j, fraction);
    if (rest.signum() == 0) {
      return new Fixed(s, c, Magnitude.atLeast(2, 0));
    }
    Fixed small = byDoubling(rest, fraction);
    return new Fixed(
        s.multiply(small.cosine).add(c.multiply(small.sine)).shiftRight(fraction),
        c.multiply(small.cosine).subtract(s.multiply(small.sine)).shiftRight(fraction),
        small.error.shifted(1).plus(Magnitude.atLeast(5, 0)));
  }

  private static Fixed byDoubling(BigInteger argument, int fraction) {
    int small = fraction - argument.bitLength();
    int doublings = doublings(fraction) - small;
    BigInteger square = argument.multiply(argument).shiftRight(fraction);
    if (doublings <= 0 && small >= 1) {
      HypergeometricSum s = HypergeometricSum.of(HypergeometricSeries.SINE, square, fraction);
      HypergeometricSum c = HypergeometricSum.of(HypergeometricSeries.COSINE, square, fraction);
      return new Fixed(
          argument.multiply(s.value()).shiftRight(fraction),
          c.value(),
          Magnitude.atLeast(Math.max(s.error(), c.error()) + 1, 0));
    }
    doublings = Math.max(2, doublings);
    int bits = fraction + 2 * doublings;
    HypergeometricSum sum = HypergeometricSum.of(HypergeometricSeries.VERSINE, square, bits);
    BigInteger versine = square.multiply(sum.value()).shiftRight(bits + 1);
    for (int i = 0; i < doublings; i++) {
      versine = versine.shiftLeft(2).subtract(versine.multiply(versine).shiftRight(bits - 1));
    }
    versine = versine.shiftRight(2 * doublings);
    BigInteger cosine = BigInteger.ONE.shiftLeft(fraction).subtract(versine);
    BigInteger sine =
        SquareRoot.floor(versine.multiply(BigInteger.TWO.shiftLeft(fraction).subtract(versine)));
    // |s'^2 - s^2| <= 2 |w' - w|, so |s' - s| <= 2 |w' - w| / s' and <= sqrt(2 |w' - w|)
    Magnitude twice = Magnitude.atLeast(2 * (sum.error() + 4), 0);
    Magnitude error = twice.shifted(fraction).sqrt();
    if (sine.signum() > 0) {
      error = error.min(twice.shifted(fraction).dividedBy(Magnitude.atMost(sine, 0)));
    }
    return new Fixed(sine, cosine, error.plus(twice));
  }

  /** How many doublings balance squarings against terms; any number from 2 on would be correct. */
  private static int doublings(int fraction) {
    return (int) (0.5 * Math.sqrt(fraction));
  }

  public record Fixed(BigInteger sine, BigInteger cosine, Magnitude error) {}
}

package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import java.math.BigInteger;

/**
 * The exponential of an exact dyadic number: reduction modulo log 2, a factor from a table, r
 * halvings, the Taylor series, r squarings (docs/theory.md, Proposition 3.4 and Lemma 3.4a).
 */
public final class Exponential {
  private static final int GUARD = 24;

  private Exponential() {}

  /** A ball around exp(x), of relative radius at most about 2^(1-bits). */
  public static Ball at(Dyadic x, int bits) {
    long top = x.binaryOrder();
    if (top <= -bits) {
      // |exp x - 1| <= 2 |x|
      return x.signum() == 0
          ? Ball.exact(1)
          : Ball.of(BigInteger.ONE, 0, Magnitude.powerOfTwo(top + 1));
    }
    if (top > 58) {
      throw new DomainException("an exponential leaves the range of binary exponents");
    }
    int integerBits = (int) Math.max(0, top);
    int fraction = bits + GUARD;
    int wide = fraction + integerBits + 4;
    BigInteger[] parts = floorDivide(x.floorOn(-wide), BinaryConstant.LOG_2.times2To(wide));
    Fixed fixed = fixed(parts[1].shiftRight(integerBits + 4), fraction);
    long exponent = parts[0].longValueExact() - fixed.bits;
    Magnitude size = Magnitude.atLeast(fixed.value, exponent);
    // three units for the reduced argument, the rest relative as well
    return Ball.of(fixed.value, exponent, size.times(fixed.error + 4).shifted(-fraction));
  }

  private static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    if (parts[1].signum() < 0) {
      parts[0] = parts[0].subtract(BigInteger.ONE);
      parts[1] = parts[1].add(b);
    }
    return parts;
  }

  /**
   * exp(t) for t = argument 2^-fraction in [0, 1): {@code value 2^-bits} with a relative error of
   * at most {@code error 2^-fraction}.
   */
  public static Fixed fixed(BigInteger argument, int fraction) {
    int j = TableGrid.index(argument, fraction);
    if (j == 0) {
      return bySquaring(argument, fraction);
    }
    BigInteger power = ExponentialTable.ofAtLeast(fraction).power(j, fraction);
    BigInteger rest = TableGrid.rest(argument, j, fraction);
    if (rest.signum() == 0) {
      return new Fixed(power, fraction, 2);
    }
    Fixed small = bySquaring(rest, fraction);
    return new Fixed(small.value.multiply(power).shiftRight(fraction), small.bits, small.error + 4);
  }

  private static Fixed bySquaring(BigInteger argument, int fraction) {
    int small = fraction - argument.bitLength();
    int halvings = HornerSum.reaches(argument, fraction) ? 0 : halvings(fraction, small);
    int bits = fraction + halvings;
    HypergeometricSum sum = HypergeometricSum.of(HypergeometricSeries.EXPONENTIAL, argument, bits);
    BigInteger value = sum.value();
    for (int i = 0; i < halvings; i++) {
      value = value.multiply(value).shiftRight(bits);
    }
    return new Fixed(value, bits, sum.error() + 3);
  }

  /** How many halvings balance squarings against terms; any number from 2 on would be correct. */
  private static int halvings(int fraction, int small) {
    return Math.max(2, (int) (0.8 * Math.sqrt(fraction)) - small);
  }

  public record Fixed(BigInteger value, int bits, long error) {}
}

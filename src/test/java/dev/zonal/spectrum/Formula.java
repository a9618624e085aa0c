package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.Apint;

/** Formulas of the theory evaluated apart, in decimal numbers of 60 digits. */
public final class Formula {
  public static final int DIGITS = 60;

  private Formula() {}

  public static Apfloat of(double value) {
    return new Apfloat(new BigDecimal(value), DIGITS);
  }

  public static Apfloat of(long value) {
    return new Apfloat(value, DIGITS);
  }

  public static Apfloat of(Rational value) {
    return new Apfloat(new Apint(value.numerator()).toString(), DIGITS)
        .divide(new Apfloat(new Apint(value.denominator()).toString(), DIGITS));
  }

  public static Apfloat exp(Apfloat x) {
    return ApfloatMath.exp(x);
  }

  public static Apfloat power(Apfloat x, long n) {
    return ApfloatMath.pow(x, n);
  }

  public static Apfloat sqrt(Apfloat x) {
    return ApfloatMath.sqrt(x);
  }

  /** Gamma(twice/2), twice at least 1. */
  public static Apfloat gammaOfHalf(long twice) {
    boolean even = twice % 2 == 0;
    Apfloat product = even ? of(1) : sqrt(ApfloatMath.pi(DIGITS));
    for (long n = even ? 2 : 1; n < twice; n += 2) {
      product = product.multiply(of(n)).divide(of(2));
    }
    return product;
  }

  /** c_d = Gamma(d/2)/(sqrt(pi) Gamma((d-1)/2)). */
  public static Apfloat measureConstant(int d) {
    return gammaOfHalf(d).divide(sqrt(ApfloatMath.pi(DIGITS)).multiply(gammaOfHalf(d - 1L)));
  }

  /** |Lambda_k(s)| of Lemma 9.3 for an odd s. */
  public static Apfloat chordPower(int d, long k, long s) {
    Apfloat value =
        power(of(2), s + d - 2)
            .multiply(gammaOfHalf(d))
            .multiply(gammaOfHalf(s + d - 1))
            .divide(sqrt(ApfloatMath.pi(DIGITS)).multiply(gammaOfHalf(s + 2 * (k + d - 1))));
    for (long i = 0; i < k; i++) {
      value = value.multiply(of(2 * i - s)).divide(of(2));
    }
    return ApfloatMath.abs(value);
  }

  /** Asserts that the bound is at least the formula and at most (1 + 2^-slackBits) times it. */
  public static void assertReaches(Rational bound, Apfloat formula, int slackBits, Object what) {
    Apfloat reached = of(bound);
    Apfloat slack = power(of(2), -slackBits).add(of(1));
    // 60 digits are themselves rounded
    Apfloat least = formula.multiply(of(1).subtract(power(of(10), -52)));
    assertTrue(reached.compareTo(least) >= 0, () -> what + ": " + reached + " < " + formula);
    assertTrue(
        reached.compareTo(formula.multiply(slack)) <= 0,
        () -> what + ": " + reached + " is far above " + formula);
  }

  /** The upper end point of the ball as such a bound. */
  public static void assertReaches(Ball bound, Apfloat formula, int slackBits, Object what) {
    assertReaches(bound.upper(), formula, slackBits, what);
  }
}

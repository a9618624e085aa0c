package dev.zonal.verifier.document;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.verifier.document.Finding.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/**
 * A closed interval with decimal ends, as it stands in a certificate: the claim that a number lies
 * in it. One whose ends are in the wrong order is empty, and holds no number.
 */
public record Interval(BigDecimal lower, BigDecimal upper) {
  private static final double LOG2_TEN = Math.log(10) / Math.log(2);

  /** A number that is known to lie between two others. */
  public record Known(Rational least, Rational most) {
    public static Known in(Ball ball) {
      return new Known(ball.lower(), ball.upper());
    }

    /** The infimum of several numbers lies between the least of their lower and upper ends. */
    public static Known infimum(Collection<Known> numbers) {
      return numbers.stream()
          .reduce((a, b) -> new Known(Balls.least(a.least, b.least), Balls.least(a.most, b.most)))
          .orElseThrow();
    }

    public static Known supremum(Collection<Known> numbers) {
      return infimum(numbers.stream().map(Known::negated).toList()).negated();
    }

    private Known negated() {
      return new Known(most.negate(), least.negate());
    }
  }

  public Verdict holds(Ball number) {
    return holds(Known.in(number));
  }

  /** Refuted if the number certainly lies outside. */
  public Verdict holds(Known number) {
    if (lower.compareTo(upper) > 0
        || compare(lower, number.most) > 0
        || compare(upper, number.least) < 0) {
      return Verdict.REFUTED;
    }
    boolean inside = compare(lower, number.least) <= 0 && compare(upper, number.most) >= 0;
    return inside ? Verdict.VERIFIED : Verdict.UNDECIDED;
  }

  /** Whether it claims that the number is exactly zero. */
  public boolean isZero() {
    return lower.signum() == 0 && upper.signum() == 0;
  }

  /** The sign of x - y. Numbers of different sizes are told apart without long products. */
  public static int compare(BigDecimal x, Rational y) {
    int sign = y.signum();
    if (x.signum() != sign || sign == 0) {
      return Integer.compare(x.signum(), sign);
    }
    BigInteger numerator = y.numerator().abs();
    BigInteger denominator = y.denominator();
    double bits = x.unscaledValue().abs().bitLength() - x.scale() * LOG2_TEN;
    double difference = bits - numerator.bitLength() + denominator.bitLength();
    if (Math.abs(difference) > 8) {
      return difference > 0 ? sign : -sign;
    }
    BigInteger left = x.unscaledValue().abs().multiply(denominator);
    BigInteger ten = BigInteger.TEN.pow(Math.abs(x.scale()));
    return sign
        * (x.scale() < 0
            ? left.multiply(ten).compareTo(numerator)
            : left.compareTo(numerator.multiply(ten)));
  }
}

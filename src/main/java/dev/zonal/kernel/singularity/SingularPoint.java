package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The singularity u_* of a kernel that is a power series in u with coefficients that are not
 * negative: where the sine of exactly one layer reaches 1 while those of all others are still less,
 * so that the kernel is a series in w = sqrt(1 - u/u_*) with a pole at most there (docs/theory.md,
 * Theorem 17.9).
 *
 * @param kernel one that is {@link Kernel#isComposedOfAnalyticDuals composed of analytic duals}
 * @param lower a number that is not above u_*
 * @param upper a number that is not below it
 * @param at the ball of the two
 * @param layer the number of the sine that reaches 1
 * @param order mu: among the odd powers of w the first is w^(-2 mu)
 * @param leading its coefficient, told from zero
 * @param next that of the next odd power
 */
public record SingularPoint(
    Kernel kernel,
    Rational lower,
    Rational upper,
    Ball at,
    int layer,
    Rational order,
    Ball leading,
    Ball next) {
  /** Enough for the first two odd powers behind a pole of the order 3. */
  private static final int TERMS = 8;

  /** The bits of the arithmetic that the search leaves unused. */
  private static final int SPARE = 24;

  /** Significant digits of the ends, which certificates are to hold. */
  private static final int DIGITS = 45;

  private static final Rational FARTHEST = Rational.of(1L << 40);

  /** An evaluation at a number, of which all sines may be less than 1 but one that may be 1. */
  private record Sample(PoleArithmetic over, Certification<PoleSeries> value) {
    static Sample of(Kernel kernel, BallArithmetic numbers, Ball at) {
      PoleArithmetic over = new PoleArithmetic(numbers, TERMS);
      return new Sample(over, Certification.of(() -> kernel.evaluate(over, over.at(at))));
    }

    static Sample of(Kernel kernel, BallArithmetic numbers, Rational at) {
      return of(kernel, numbers, numbers.of(at));
    }

    boolean isBelow() {
      return value.isCertified() && over.critical() == 0;
    }
  }

  /** The nearest singularity, u_* to nearly all of the bits. */
  public static Certification<SingularPoint> of(Kernel kernel, BallArithmetic numbers) {
    return Certification.of(() -> search(kernel, numbers));
  }

  private static SingularPoint search(Kernel kernel, BallArithmetic numbers) {
    Rational below = Rational.ONE;
    if (!Sample.of(kernel, numbers, Rational.ONE).isBelow()) {
      throw new DomainException("a sine of a layer is not told from 1 at u = 1");
    }
    Rational above = Rational.of(2);
    while (Sample.of(kernel, numbers, above).isBelow()) {
      below = above;
      above = above.multiply(2);
      if (above.compareTo(FARTHEST) > 0) {
        throw new DomainException("no sine of a layer reaches 1 up to u = 2^40");
      }
    }
    for (int i = 0; i < numbers.bits() - SPARE; i++) {
      Context.checkpoint();
      Rational middle = below.add(above).divide(2);
      if (Sample.of(kernel, numbers, middle).isBelow()) {
        below = middle;
      } else {
        above = middle;
      }
    }
    // The upper end may be the singularity itself.
    return between(
        kernel,
        numbers,
        rounded(below, RoundingMode.FLOOR),
        rounded(above.multiply(2).subtract(below), RoundingMode.CEILING));
  }

  private static Rational rounded(Rational x, RoundingMode outward) {
    BigDecimal numerator = new BigDecimal(x.numerator());
    BigDecimal denominator = new BigDecimal(x.denominator());
    return Rational.of(numerator.divide(denominator, new MathContext(DIGITS, outward)));
  }

  /**
   * The singularity between two numbers from 1 on, which is checked: at the lower end all sines are
   * less than 1, at the upper one the first that exceeds 1 is the one that may be 1 in between.
   *
   * @throws DomainException if it is not there, as far as is seen
   */
  public static SingularPoint between(
      Kernel kernel, BallArithmetic numbers, Rational below, Rational above) {
    if (below.compareTo(Rational.ONE) < 0 || below.compareTo(above) > 0) {
      throw new DomainException("the singularity is enclosed by numbers from 1 on");
    }
    Ball at = Ball.hull(numbers.of(below), numbers.of(above));
    Sample there = Sample.of(kernel, numbers, at);
    int critical = there.over().critical();
    PoleSeries value =
        there.value().value().orElseThrow(() -> new DomainException(there.value().refusal().get()));
    boolean isReached =
        Sample.of(kernel, numbers, below).isBelow()
            && critical > 0
            && Sample.of(kernel, numbers, above).over().beyond() == critical;
    if (!isReached) {
      throw new DomainException("where the kernel is singular first is not decided");
    }
    // Even powers of w are powers of u; one with a pole is not there if all that is singular is
    // odd.
    if (value.pole() > 1 && critical < there.over().sines()) {
      throw new DomainException("a layer behind one that is infinite");
    }
    int first = value.pole() == 0 ? 1 : -value.pole();
    Ball leading = value.coefficient(first);
    if (first % 2 == 0 || leading.containsZero()) {
      throw new DomainException("the leading coefficient at the singularity is not told from zero");
    }
    Rational order = Rational.of(-first, 2);
    return new SingularPoint(
        kernel, below, above, at, critical, order, leading, value.coefficient(first + 2));
  }

  /** Whether -u_* is a singularity as well: the kernel is odd or even but for a polynomial. */
  public boolean isSymmetric() {
    return kernel.polynomialPart().isPresent();
  }

  /** Whether the odd or the even part of the kernel is a polynomial, which has no singularity. */
  public boolean isPolynomial(boolean odd) {
    return kernel.polynomialPart().filter(part -> part.odd() == odd).isPresent();
  }
}

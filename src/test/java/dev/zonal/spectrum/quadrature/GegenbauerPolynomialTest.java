package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GegenbauerPolynomialTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);

  /** By the three-term recurrence, n C_n = 2x (n+lambda-1) C_{n-1} - (n+2 lambda-2) C_{n-2}. */
  private static Rational exact(Rational lambda, int degree, Rational x) {
    Rational before = Rational.ZERO;
    Rational value = Rational.ONE;
    for (int n = 1; n <= degree; n++) {
      Rational next =
          x.multiply(2)
              .multiply(lambda.add(n - 1))
              .multiply(value)
              .subtract(lambda.multiply(2).add(n - 2).multiply(before))
              .divide(n);
      before = value;
      value = next;
    }
    return value;
  }

  @Property(tries = 200)
  void theBallContainsTheValueAndIsTight(
      @ForAll @IntRange(min = -7, max = 40) int lambda,
      @ForAll @IntRange(max = 60) int degree,
      @ForAll @IntRange(min = -40, max = 40) int numerator) {
    Rational a = Rational.of(lambda, 3);
    Rational x = Rational.of(numerator, 30);
    Rational exact = exact(a, degree, x);
    Ball ball = GegenbauerPolynomial.value(OVER, a, degree, OVER.of(x));
    assertTrue(ball.contains(exact), () -> ball + " for " + exact);
    Rational scale =
        exact(a, degree, x.abs().subtract(Rational.ONE).signum() > 0 ? x : Rational.ONE);
    if (lambda > 0) {
      assertTrue(
          ball.upper()
                  .subtract(ball.lower())
                  .subtract(scale.abs().multiply(Rational.of(1, 1L << 60)))
                  .signum()
              <= 0);
    }
  }

  @Property(tries = 100)
  void allValuesNearOneAreInTheBallOfAWideArgument(
      @ForAll @IntRange(max = 30) int degree, @ForAll @IntRange(min = -8, max = 8) int offset) {
    Ball wide = OVER.of(1).inflate(OVER.of(Rational.of(1, 100)));
    Rational x = Rational.ONE.add(Rational.of(offset, 800));
    Rational half = Rational.of(1, 2);
    assertTrue(
        GegenbauerPolynomial.value(OVER, half, degree, wide).contains(exact(half, degree, x)));
  }

  @Property(tries = 100)
  void theSecondKindIsTheCaseOneAndTheFirstKindItsDifference(
      @ForAll @IntRange(min = 2, max = 50) int degree,
      @ForAll @IntRange(min = -40, max = 40) int numerator) {
    Rational x = Rational.of(numerator, 30);
    Rational one = Rational.ONE;
    Rational first = exact(one, degree, x).subtract(exact(one, degree - 2, x)).divide(2);
    assertTrue(GegenbauerPolynomial.chebyshev(OVER, degree, OVER.of(x)).contains(first));
  }

  /** Values of mpmath's recurrence with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 1000, 9, 10, -0.013168430869036264535",
    "1, 2, 2000, 99, 100, 0.044117392086596329681",
    "1, 2, 100000, 3, 10, -0.0016271806095897645380"
  })
  void highDegreesAreCertified(int p, int q, int degree, int m, int n, String expected) {
    Ball ball =
        GegenbauerPolynomial.value(
            BallArithmetic.ofBits(144),
            Rational.of(p, q),
            degree,
            BallArithmetic.ofBits(144).of(Rational.of(m, n)));
    assertEquals(new BigDecimal(expected), ball.decimal(20).orElseThrow());
  }
}

package dev.zonal.lab.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Series found coefficient by coefficient obey the identities of the functions. */
class OnlineArithmeticTest {
  private static final int ORDER = 12;
  private static final int TRIES = 30;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(160);
  private static final OnlineArithmetic<Ball> OVER = new OnlineArithmetic<>(BALLS);

  /** A polynomial with a positive constant term. */
  @Provide
  Arbitrary<OnlineSeries<Ball>> series() {
    return Arbitraries.integers()
        .between(-9, 9)
        .list()
        .ofSize(4)
        .map(
            c ->
                new OnlineSeries<>(
                    (self, k) ->
                        BALLS.of(
                            k == 0
                                ? Rational.of(Math.abs(c.get(0)) + 1L, 4)
                                : k < 4 ? Rational.of(c.get(k), 4) : Rational.ZERO)));
  }

  private static void assertSame(OnlineSeries<Ball> expected, OnlineSeries<Ball> value) {
    for (int k = 0; k < ORDER; k++) {
      Ball a = expected.coefficient(k);
      Ball b = value.coefficient(k);
      assertTrue(a.overlaps(b), () -> a + ", " + b);
      assertTrue(BALLS.subtract(a, b).abs().upperDecimal(3).doubleValue() < 1e-20, b::toString);
    }
  }

  @Property(tries = TRIES)
  void exponentialAndLogarithmAreInverse(@ForAll("series") OnlineSeries<Ball> a) {
    assertSame(a, OVER.log(OVER.exp(a)));
    assertSame(a, OVER.exp(OVER.log(a)));
  }

  @Property(tries = TRIES)
  void rootsAndQuotientsAreInverse(
      @ForAll("series") OnlineSeries<Ball> a, @ForAll("series") OnlineSeries<Ball> b) {
    assertSame(a, OVER.square(OVER.sqrt(a)));
    assertSame(a, OVER.multiply(OVER.divide(a, b), b));
    assertSame(a, OVER.divide(OVER.multiply(OVER.of(3), a), OVER.of(3)));
    assertSame(OVER.divide(a, b), OVER.divide(OVER.of(1), OVER.divide(b, a)));
  }

  /** (erf a)' = 2/sqrt(pi) exp(-a^2) a'. */
  @Property(tries = TRIES)
  void theErrorFunctionHasItsDerivative(@ForAll("series") OnlineSeries<Ball> a) {
    OnlineSeries<Ball> erf = OVER.erf(a);
    OnlineSeries<Ball> bell = OVER.exp(OVER.negate(OVER.square(a)));
    OnlineSeries<Ball> slope = OVER.multiply(bell, derivative(a));
    OnlineSeries<Ball> factor = OVER.divide(OVER.of(2), OVER.sqrt(OVER.pi()));
    assertSame(OVER.multiply(factor, slope), derivative(erf));
  }

  private static OnlineSeries<Ball> derivative(OnlineSeries<Ball> a) {
    return new OnlineSeries<>((self, k) -> BALLS.scale(a.coefficient(k + 1), Rational.of(k + 1)));
  }
}

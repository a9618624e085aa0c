package dev.zonal.symbolic.evaluation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

class TaylorQuadratureTest {
  private static final int BITS = 40;

  private static Ball integral(String f, String from, String to) {
    IExpr x = Symja.symbol("x");
    return TaylorQuadrature.integral(Symja.parse(f), x, Symja.parse(from), Symja.parse(to), BITS);
  }

  private static Ball value(String exact) {
    return new ExpressionEvaluator(BallArithmetic.ofBits(256), Map.of())
        .evaluate(Symja.parse(exact));
  }

  @ParameterizedTest
  @CsvSource({
    "Sqrt(1-x^2), -1, 1, Pi/2",
    "ArcCos(x), -1, 1, Pi",
    "ArcSin(x)^2, 0, 1, Pi^2/4-2",
    "x*(1-ArcCos(x)/Pi), -1, 1, 1/4",
    "Exp(-x)*Sin(x), 0, 1, 1/2-(Sin(1)+Cos(1))/(2*E)",
    "Tan(x), 0, 1, -Log(Cos(1))",
    "1/(1+x^2), 0, 1, Pi/4",
    "ArcTan(x), 0, 1, Pi/4-Log(2)/2",
    "Log(x), 1, 2, 2*Log(2)-1",
    "Cosh(x)+Sinh(x), 0, 1, E-1",
    "x^(3/2), 0, 1, 2/5",
    "1/x, 2, 1, -Log(2)",
    "Cos(x), 0, Pi, 0"
  })
  void theBallContainsTheIntegralAndIsTight(String f, String from, String to, String exact) {
    Ball ball = integral(f, from, to);
    assertTrue(ball.overlaps(value(exact)), ball::toString);
    assertTrue(ball.radius().binaryOrder() < -BITS + 8, ball::toString);
  }

  @Property(tries = 40)
  void theIntegralOfAPolynomialOverAnyIntervalIsInTheBall(
      @ForAll @IntRange(min = -20, max = 20) int from,
      @ForAll @IntRange(min = -20, max = 20) int to,
      @ForAll @IntRange(max = 60) int n) {
    Rational a = Rational.of(from, 7);
    Rational b = Rational.of(to, 9);
    Rational exact = b.pow(n + 1).subtract(a.pow(n + 1)).divide(n + 1);
    Ball ball = integral("x^" + n, from + "/7", to + "/9");
    assertTrue(ball.contains(exact), () -> ball + " for " + exact);
    Rational largest = a.abs().pow(n).add(b.abs().pow(n)).multiply(a.subtract(b).abs());
    assertTrue(ball.radius().upper().multiply(1L << (BITS - 8)).subtract(largest).signum() <= 0);
  }

  @Property(tries = 6)
  void theIntegralIsTheSumOverTwoParts(@ForAll @IntRange(min = -80, max = 80) int cut) {
    String f = "Sqrt(1-x^2)*ArcCos(x)";
    String middle = cut + "/100";
    Ball sum = BallArithmetic.ofBits(96).add(integral(f, "-1", middle), integral(f, middle, "1"));
    assertTrue(sum.overlaps(integral(f, "-1", "1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/x", "1/Sqrt(x)", "Log(x)", "1/x^2", "Zeta(x)", "Tan(Pi*x)"})
  void whatCannotBeBoundedIsRefused(String f) {
    assertThrows(RuntimeException.class, () -> integral(f, "0", "1"));
  }
}

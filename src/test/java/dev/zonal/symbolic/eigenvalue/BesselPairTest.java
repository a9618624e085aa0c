package dev.zonal.symbolic.eigenvalue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.matheclipse.core.interfaces.IExpr;

/** Derivatives of an exponential are powers of u before it. */
class BesselPairTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);
  private static final IExpr X = Symja.symbol("x");

  /** Before the exponential stands u^j. */
  private static final List<BesselPair> POWERS =
      Stream.iterate(BesselPair.EXPONENTIAL, pair -> pair.derivative(X)).limit(5).toList();

  private static Ball value(int power, int k, int d, Rational x) {
    Map<String, Rational> point = Map.of("k", Rational.of(k), "d", Rational.of(d), "x", x);
    return new ExpressionEvaluator(OVER, point).evaluate(POWERS.get(power).written(X));
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void powersBeforeAnExponentialFollowTheThreeTermRule(
      @ForAll @IntRange(min = 1, max = 4) int power,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = 1, max = 50) int tenths) {
    Rational x = Rational.of(tenths, 10);
    Ball above = OVER.scale(value(power - 1, k + 1, d, x), Rational.of(k + d - 2));
    Ball below = OVER.scale(value(power - 1, k - 1, d, x), Rational.of(k));
    Ball rule = OVER.scale(OVER.add(above, below), Rational.of(1, 2L * k + d - 2));
    Ball value = value(power, k, d, x);
    assertTrue(value.overlaps(rule), () -> value + " and " + rule);
    assertTrue(value.accuracyBits() > 60, value::toString);
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void theMeanIsTheFirstEigenvalueBeforeOneFactorLess(
      @ForAll @IntRange(min = 1, max = 4) int power,
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = 1, max = 50) int tenths) {
    Rational x = Rational.of(tenths, 10);
    Ball mean = value(power, 0, d, x);
    Ball first = value(power - 1, 1, d, x);
    assertTrue(mean.overlaps(first), () -> mean + " and " + first);
  }
}

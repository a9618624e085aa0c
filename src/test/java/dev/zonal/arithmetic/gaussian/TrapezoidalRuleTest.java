package dev.zonal.arithmetic.gaussian;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rules that are too coarse: their sums are wrong, and by no more than is said. */
class TrapezoidalRuleTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);
  private static final int TERMS = 24;

  private static HermiteExpansion by(StripFunction phi, Ball q, TrapezoidalRule rule) {
    return new TrapezoidalSums(phi, q, TERMS, OVER, rule).expansion();
  }

  private static TrapezoidalRule rule(Rational step, Rational end, Rational height) {
    int nodes = (int) Math.ceil(end.divide(step).doubleValue());
    return new TrapezoidalRule(step, nodes, height);
  }

  @Property(tries = 60)
  void theErrorOfACoarseRuleIsBounded(
      @ForAll StripFunction phi,
      @ForAll @IntRange(min = 1, max = 16) int variance,
      @ForAll @IntRange(min = 1, max = 12) int step,
      @ForAll @IntRange(min = 6, max = 40) int end,
      @ForAll @IntRange(min = 1, max = 14) int height) {
    double deviation = Math.sqrt(variance / 4.0);
    double edge = Math.PI / 2 / (phi.scale().doubleValue() * deviation);
    Rational a = Rational.of((long) (edge * height / 15 * 1024), 1024);
    TrapezoidalRule coarse = rule(Rational.of(step, 8), Rational.of(end, 4), a);
    Ball q = OVER.of(Rational.of(variance, 4));
    HermiteExpansion rough = by(phi, q, coarse);
    HermiteExpansion exact = HermiteExpansion.of(phi, q, TERMS, OVER);
    for (int n = 0; n < TERMS; n++) {
      Ball a1 = rough.function().coefficients().get(n);
      Ball a2 = exact.function().coefficients().get(n);
      assertTrue(a1.overlaps(a2), () -> a1 + ", " + a2);
    }
    assertTrue(rough.function().square().overlaps(exact.function().square()));
    assertTrue(rough.slope().square().overlaps(exact.slope().square()));
  }

  /** The first error is that of the step, the second that of the end. */
  @Example
  void theBoundsAreNotVacuous() {
    Ball q = Ball.exact(1);
    Ball fromStep =
        by(StripFunction.TANH, q, rule(Rational.of(1, 2), Rational.of(16), Rational.of(3, 2)))
            .function()
            .square();
    assertTrue(fromStep.radius().toDouble() > 1e-8, fromStep::toString);
    assertTrue(fromStep.radius().toDouble() < 1e-2, fromStep::toString);
    Ball fromEnd =
        by(StripFunction.TANH, q, rule(Rational.of(1, 16), Rational.of(5), Rational.of(3, 2)))
            .function()
            .square();
    assertTrue(fromEnd.radius().toDouble() > 1e-7, fromEnd::toString);
    assertTrue(fromEnd.radius().toDouble() < 1e-3, fromEnd::toString);
  }

  @Example
  void aStripThatReachesAPoleIsRefused() {
    TrapezoidalRule inside = rule(Rational.of(1, 8), Rational.of(8), Rational.of(157, 100));
    TrapezoidalRule beyond = rule(Rational.of(1, 8), Rational.of(8), Rational.of(158, 100));
    assertTrue(inside.secant(OVER, StripFunction.TANH, Ball.exact(1)).isPositive());
    assertThrows(
        DomainException.class, () -> beyond.secant(OVER, StripFunction.TANH, Ball.exact(1)));
    // Beyond the next pole the cosine is positive again.
    TrapezoidalRule far = rule(Rational.of(1, 8), Rational.of(8), Rational.of(6));
    assertThrows(DomainException.class, () -> far.secant(OVER, StripFunction.TANH, Ball.exact(1)));
    Ball wide = Ball.exact(1).inflate(Ball.exact(0.1));
    assertThrows(DomainException.class, () -> inside.secant(OVER, StripFunction.TANH, wide));
  }

  @Example
  void anEndWhereTheTermsMayRiseIsRefused() {
    TrapezoidalRule brief = rule(Rational.of(1, 8), Rational.of(11, 8), Rational.of(1));
    assertThrows(DomainException.class, () -> by(StripFunction.TANH, Ball.exact(1), brief));
  }

  /** What a plan misses is below the accuracy, and a little coarser it would not be. */
  @Property(tries = 60)
  void aPlanIsAsCoarseAsTheAccuracyAllows(
      @ForAll StripFunction phi,
      @ForAll @IntRange(min = 1, max = 16) int variance,
      @ForAll @IntRange(min = 1, max = 60) int terms,
      @ForAll @IntRange(min = 40, max = 200) int bits) {
    Ball deviation = OVER.sqrt(OVER.of(Rational.of(variance, 4)));
    TrapezoidalRule plan = TrapezoidalRule.plan(phi, deviation.toDouble(), terms, bits);
    assertTrue(missed(plan, phi, deviation, terms).binaryOrder() <= -bits);
    Rational wider = plan.step().multiply(Rational.of(3, 2));
    TrapezoidalRule coarse = new TrapezoidalRule(wider, plan.nodes(), plan.height());
    assertTrue(missed(coarse, phi, deviation, terms).binaryOrder() > -bits);
    int fewer = plan.nodes() * 2 / 3;
    TrapezoidalRule brief = new TrapezoidalRule(plan.step(), fewer, plan.height());
    assertTrue(missed(brief, phi, deviation, terms).binaryOrder() > -bits);
  }

  private static Ball missed(TrapezoidalRule rule, StripFunction phi, Ball deviation, int terms) {
    LinearBound strip = phi.bound(OVER, rule.secant(OVER, phi, deviation));
    LinearBound line = phi.bound(OVER, Ball.exact(1));
    return rule.ofCoefficients(OVER, strip, line, deviation, terms);
  }

  @Example
  void aPlanOfTooManyNodesIsRefused() {
    DomainException refusal =
        assertThrows(
            DomainException.class, () -> TrapezoidalRule.plan(StripFunction.TANH, 1e5, 1, 1000));
    assertTrue(refusal.getMessage().contains("more than 16384 nodes"), refusal::getMessage);
  }
}

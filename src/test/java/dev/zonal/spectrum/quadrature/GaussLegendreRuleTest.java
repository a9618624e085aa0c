package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GaussLegendreRuleTest {

  @Property(tries = 40)
  void theRuleIntegratesEveryMonomialBelowDegreeTwiceItsSizeExactly(
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @IntRange(min = 40, max = 800) int bits) {
    GaussLegendreRule rule = GaussLegendreRule.of(size, bits);
    BallArithmetic over = BallArithmetic.ofBits(bits + 20);
    for (int degree = 0; degree < 2 * size; degree++) {
      Ball sum = Ball.exact(0);
      for (int i = 0; i < size; i++) {
        sum = over.add(sum, over.multiply(rule.weight(i), over.power(rule.node(i), degree)));
      }
      Rational integral = degree % 2 == 0 ? Rational.of(2, degree + 1) : Rational.ZERO;
      assertTrue(sum.contains(integral), "degree " + degree + ": " + sum);
      assertTrue(sum.radius().binaryOrder() < -bits + 16, () -> "radius too large");
    }
  }

  @Property(tries = 3)
  void aLargeRuleIsCertifiedToItsPrecision(@ForAll @IntRange(min = 200, max = 700) int size) {
    GaussLegendreRule rule = GaussLegendreRule.of(size, 300);
    BallArithmetic over = BallArithmetic.ofBits(330);
    Ball sum = Ball.exact(0);
    for (int i = 0; i < size; i++) {
      sum = over.add(sum, rule.weight(i));
      assertTrue(rule.node(i).radius().binaryOrder() < -295);
    }
    assertTrue(sum.contains(Rational.of(2)));
  }
}

package dev.zonal.testkit.candidate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What a target accepts at a point is what its tolerance says, on both sides. */
class TargetTest {
  private static final double UNIT = 0x1p-23;

  private static Target.Accepted accepted(String kernel, double u, Tolerance tolerance) {
    return Target.of(kernel).accepted(Separation.ofCosine(Rational.of(u)), tolerance);
  }

  @Property(tries = 50)
  void aCosineRoundedEitherWayIsAccepted(
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double u,
      @ForAll @IntRange(min = 1, max = 64) int ulps) {
    Ball range = accepted("fcntk:L=2", u, new Tolerance(UNIT, 0, 0, ulps)).range();
    double half = ulps * UNIT / 2;
    assertTrue(range.contains(Rational.of(Target.of("fcntk:L=2").valueAt(u - half))), "below");
    assertTrue(range.contains(Rational.of(Target.of("fcntk:L=2").valueAt(u + half))), "above");
    assertFalse(
        range.contains(Rational.of(Target.of("fcntk:L=2").valueAt(u - 3 * half))), "far below");
    assertFalse(
        range.contains(Rational.of(Target.of("fcntk:L=2").valueAt(u + 3 * half))), "far above");
  }

  @Property(tries = 50)
  void aRelativeToleranceIsRelativeToTheValue(@ForAll @DoubleRange(min = -1, max = 0.9) double u) {
    Target.Accepted accepted = accepted("gaussian:c=3", u, new Tolerance(UNIT, 0, 16, 0));
    double allowed = 16 * UNIT * accepted.value().toDouble();
    double radius = accepted.range().radius().toDouble();
    assertTrue(radius >= allowed && radius <= allowed * (1 + 1e-6), () -> radius + ", " + allowed);
  }

  @Example
  void theValueIsSharpForToleranceOfManyDigits() {
    Tolerance tolerance = Tolerance.digits(60);
    Ball value = accepted("fcntk:L=1", 0.3, tolerance).value();
    assertTrue(value.radius().toDouble() <= tolerance.unit() * 0x1p-20);
  }
}

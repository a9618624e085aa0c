package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonotoneDifferenceTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);
  private static final Ball FAR = Ball.exact(100);

  /** A = (1 - x) + n x (1 - x) and B = 1 - x + m (1 - x) fall with the angle x. */
  private static MonotoneDifference.Point point(Rational place, int n, int m) {
    Rational rest = Rational.ONE.subtract(place);
    Rational bump = rest.multiply(place).multiply((long) n);
    Rational slope = rest.multiply(n + 1L);
    return new MonotoneDifference.Point(
        place, OVER.of(slope.add(bump)), OVER.of(slope.add(rest.multiply((long) m))));
  }

  @Property(tries = 50)
  void theSupremumLiesBetweenTheBounds(
      @ForAll @IntRange(min = 0, max = 9) int n, @ForAll @IntRange(min = 0, max = 9) int m) {
    MonotoneDifference found = MonotoneDifference.of(OVER, 200, FAR, place -> point(place, n, m));
    double largest = 0;
    for (int i = 0; i <= 1000; i++) {
      double x = i / 1000.0;
      largest = Math.max(largest, Math.abs((1 - x) * (n * x - m)));
    }
    assertTrue(found.least().lower().doubleValue() <= largest + 1e-4);
    assertTrue(found.most().upper().doubleValue() >= largest - 1e-9);
    if (largest > 0) {
      assertTrue(found.most().upper().doubleValue() <= 1.05 * largest, found + " " + largest);
    }
  }

  @Test
  void aBoundThatIsKnownIsKept() {
    Ball known = OVER.of(Rational.of(9, 4));
    MonotoneDifference found = MonotoneDifference.of(OVER, 0, known, place -> point(place, 8, 1));
    assertEquals(known, found.most());
    MonotoneDifference other = MonotoneDifference.of(OVER, 0, FAR, place -> point(place, 8, 1));
    assertTrue(known.certainlyLess(other.most()));
  }

  /** The limit kernel stands for deep ones: certified differences lie within the bounds. */
  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=600,alpha=1/600", "resntk:L=1000,alpha=1/1000000"})
  void deepKernelsLieWithinTheBounds(String specification) {
    assertWithin(specification);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=600,alpha=1/20", "resntk:L=1000,alpha=1/30,train=all"})
  void deepKernelsWithALongTimeLieWithinTheBounds(String specification) {
    assertWithin(specification);
  }

  private static void assertWithin(String specification) {
    ResidualTangentKernel kernel = (ResidualTangentKernel) KernelSpecification.parse(specification);
    VanishingWeightDistance distance = VanishingWeightDistance.of(kernel);
    BallArithmetic over = BallArithmetic.ofBits(96);
    String limit = specification.contains("all") ? "polynomial:[0,1]" : "resntk:L=1,alpha=1";
    Ball largest = Ball.exact(0);
    for (int i = -4; i <= 4; i++) {
      ChordAngle<Ball> angle = ChordAngle.ofCosine(over, Rational.of(i, 4));
      Ball value = KernelSpecification.parse(limit).evaluate(over, angle);
      Ball size = over.subtract(kernel.evaluate(over, angle), value).abs();
      assertFalse(size.certainlyGreater(distance.most()), () -> size + " " + distance);
      largest = size.lower().compareTo(largest.lower()) > 0 ? size : largest;
    }
    assertTrue(distance.least().certainlyLess(over.scale(distance.most(), Rational.of(2))));
    Ball half = over.scale(largest, Rational.of(1, 2));
    assertTrue(distance.least().certainlyGreater(half), () -> distance + " against " + half);
  }
}

package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);
  private static final Engine ENGINE = new Engine();

  private static Shape shape(String specification) {
    ResidualTangentKernel kernel = (ResidualTangentKernel) KernelSpecification.parse(specification);
    return Shape.of(kernel, 2, ENGINE, Context.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=3,alpha=1", "resntk:L=20,alpha=L^(-1/2)"})
  void theSlopeIsTheCoefficientOfTheChord(String specification) {
    Shape shape = shape(specification);
    assertTrue(shape.gap().isEmpty());
    assertTrue(shape.slope().overlaps(shape.expanded().orElseThrow()));
  }

  @Test
  void oddEigenvaluesAreSmallWhereTheConstantsDoNotShowIt() {
    Shape shape = shape("resntk:L=50,alpha=1/50");
    assertEquals(0.048, shape.imbalance().get(3L).toDouble(), 0.0005);
    assertEquals(0.907, shape.imbalance().get(51L).toDouble(), 0.0005);
    assertTrue(
        OVER.divide(shape.odd(), shape.even()).certainlyGreater(OVER.of(Rational.of(9, 10))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=2,alpha=1/8",
        "resntk:L=10,alpha=1/10",
        "resntk:L=50,alpha=1/50",
        "resntk:L=16,alpha=1/4",
        "resntk:L=8,alpha=3"
      })
  void theDistanceToOneBlockIsWithinItsBounds(String specification) {
    Shape shape = shape(specification);
    ResidualTangentKernel one =
        (ResidualTangentKernel) KernelSpecification.parse("resntk:L=1,alpha=1");
    for (int i = -16; i <= 16; i++) {
      Rational u = Rational.of(i, 16);
      Ball difference =
          OVER.subtract(
              shape.kernel().evaluate(OVER, ChordAngle.ofCosine(OVER, u)),
              one.evaluate(OVER, ChordAngle.ofCosine(OVER, u)));
      assertFalse(difference.certainlyGreater(shape.distance().most()), "u = " + u);
      assertFalse(OVER.negate(difference).certainlyGreater(shape.distance().most()), "u = " + u);
    }
    Ball narrow = OVER.scale(shape.distance().least(), Rational.of(21, 20));
    assertTrue(shape.distance().most().certainlyLess(narrow), "the bounds are near to each other");
  }

  @Test
  void theLimitDependsOnTheExponent() {
    assertTrue(
        ShapeLimit.of("resntk:alpha=1/2").orElseThrow().lines().get(0).contains("-infinity"));
    assertTrue(
        ShapeLimit.of("resntk:alpha=L^(-1/2)").orElseThrow().lines().get(0).contains("-1/pi"));
    assertTrue(
        ShapeLimit.of("resntk:alpha=L^-1").orElseThrow().lines().get(0).contains("-1/(2 pi)"));
    assertTrue(ShapeLimit.of("resntk:alpha2=2/L").orElseThrow().lines().get(0).contains("-3/(2"));
    assertTrue(ShapeLimit.of("resntk:alpha=2^(-1/2)").isEmpty());
    assertTrue(ShapeLimit.of("resntk:alpha=1/2").orElseThrow().kernel().isEmpty());
  }
}

package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelFamily;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);
  private static final Engine ENGINE = new Engine();

  private static Shape shape(String specification) {
    ResidualTangentKernel kernel = (ResidualTangentKernel) KernelSpecification.parse(specification);
    return Shape.of(kernel, 2, ENGINE, Context.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=3,alpha=1",
        "resntk:L=20,alpha=L^(-1/2)",
        "resntk:L=4,alpha=1,sw2=3",
        "resntk:L=1,alpha=1,train=all",
        "resntk:L=5,alpha=1/10,sw2=1,train=all"
      })
  void theSlopeIsTheCoefficientOfTheChord(String specification) {
    Shape shape = shape(specification);
    assertTrue(shape.gap().isEmpty());
    BallArithmetic over = BallArithmetic.ofBits(128);
    Ball coefficient = ChordExpansion.of(shape.kernel(), Chart.CHORD, over, 4, 1).coefficient(1);
    assertTrue(shape.slope().overlaps(coefficient));
  }

  @Test
  void sharesOfOddEigenvaluesAreBoundedWhereThatSaysSomething() {
    assertEquals(Set.of(3L, 11L), shape("resntk:L=8,alpha=1/100").oddShares().keySet());
    assertEquals(Set.of(), shape("resntk:L=2,alpha=1").oddShares().keySet());
    assertEquals(Set.of(), shape("resntk:L=8,alpha=1/100,train=all").oddShares().keySet());
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
        "resntk:L=8,alpha=3",
        "resntk:L=3,alpha=1/2,sw2=1",
        "resntk:L=1,alpha=1,train=all",
        "resntk:L=5,alpha=1/10,sw2=1,train=all",
        "resntk:L=9,alpha=2,train=all"
      })
  void theDistanceToWhatAVanishingWeightLeavesIsWithinItsBounds(String specification) {
    Shape shape = shape(specification);
    for (int i = -16; i <= 16; i++) {
      Rational u = Rational.of(i, 16);
      Ball difference =
          OVER.subtract(
              shape.kernel().evaluate(OVER, ChordAngle.ofCosine(OVER, u)),
              withoutWeight(shape.kernel()).evaluate(OVER, ChordAngle.ofCosine(OVER, u)));
      assertFalse(difference.certainlyGreater(shape.distance().most()), "u = " + u);
      assertFalse(OVER.negate(difference).certainlyGreater(shape.distance().most()), "u = " + u);
    }
    Ball narrow = OVER.scale(shape.distance().least(), Rational.of(21, 20));
    assertTrue(shape.distance().most().certainlyLess(narrow), "the bounds are near to each other");
  }

  private static Kernel withoutWeight(ResidualTangentKernel kernel) {
    return KernelSpecification.parse(
        kernel.training() == Training.BLOCKS ? "resntk:L=1,alpha=1" : "polynomial:[0,1]");
  }

  private static Optional<ShapeLimit> limit(String family) {
    return ShapeLimit.of(KernelFamily.parse(family).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha=1/2", "alpha=0.50", "alpha2=2", "alpha=L^(-1/4)", "alpha=L^-0"})
  void aWeightThatDecaysSlowlyMakesASpike(String alpha) {
    ShapeLimit limit = limit("resntk:" + alpha).orElseThrow();
    assertTrue(limit.time().isEmpty());
    assertTrue(limit.slope().isEmpty());
    assertTrue(limit.kernel().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "alpha=L^(-1/2),1",
    "alpha=L^(-0.5),1",
    "alpha2=2/L,2",
    "alpha2=3/2/L,3/2",
    "alpha=L^-1,0",
    "alpha=L^(-51/100),0"
  })
  void theSlopeTendsToThatOfTheLimitOfTheSquaredWeightTimesTheDepth(String alpha, String time) {
    ShapeLimit limit = limit("resntk:" + alpha).orElseThrow();
    Rational expected = Rational.parse(time);
    assertEquals(Optional.of(expected), limit.time());
    Rational slope = expected.add(1).divide(-2);
    assertEquals(Optional.of(new PiRational(slope, -1)), limit.slope());
    assertEquals(
        expected.signum() > 0 ? Optional.of(new LimitKernel(expected)) : Optional.empty(),
        limit.kernel());
  }

  @ParameterizedTest
  @CsvSource({
    "'train=all,alpha=L^(-1/2)',1,-3/4",
    "'train=all,alpha2=2/L',2,-4/3",
    "'train=all,sw2=1,alpha=L^(-1/2)',1/2,-5/12",
    "'sw2=1,alpha=L^(-1/2)',1/2,-3/4",
    "'train=all,alpha=L^-1',0,0"
  })
  void allLayersAndOtherWeightsHaveLimitsOfTheirOwn(String family, String time, String slope) {
    ShapeLimit limit = limit("resntk:" + family).orElseThrow();
    assertEquals(Optional.of(Rational.parse(time)), limit.time());
    assertEquals(Optional.of(new PiRational(Rational.parse(slope), -1)), limit.slope());
  }

  /** Proposition 23.3: deep kernels have about the slope of the limit. */
  @Test
  void theSlopesOfDeepKernelsTendToTheirLimit() {
    for (String family :
        List.of("train=all,alpha2=3/L", "alpha2=3/L", "train=all,sw2=5,alpha2=1/L")) {
      KernelFamily all = KernelFamily.parse("resntk:" + family).orElseThrow();
      Ball slope = new ResidualDecayConstant(all.kernel(20_000), 2).atCoincidence(OVER);
      Ball limit = ShapeLimit.of(all).orElseThrow().slope().orElseThrow().in(OVER);
      assertEquals(limit.toDouble(), slope.toDouble(), 1e-3, family);
    }
  }

  @Test
  void noLimitIsReadFromOtherWeights() {
    assertTrue(limit("resntk:alpha=2^(-1/2)").isEmpty());
    assertTrue(limit("resntk:alpha=L").isEmpty());
    assertTrue(limit("resntk:alpha=L^2").isEmpty());
  }

  @Test
  void aFamilyIsAResidualTangentKernelWithoutItsDepth() {
    assertTrue(KernelFamily.parse("fcntk:").isEmpty());
    assertTrue(KernelFamily.parse("resntk:L=3,alpha=1").isEmpty());
    for (String alpha : List.of("alpha=L^(-1/2)", "alpha2=1/L")) {
      assertEquals(
          KernelSpecification.parse("resntk:L=5,alpha=L^(-1/2)"),
          KernelFamily.parse("resntk:" + alpha).orElseThrow().kernel(5));
    }
    KernelFamily unknown = KernelFamily.parse("resntk:alpha2=x/L").orElseThrow();
    assertThrows(KernelSpecificationException.class, () -> unknown.kernel(1));
  }
}

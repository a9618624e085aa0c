package dev.zonal.data.definite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Vector;
import dev.zonal.data.linear.Definiteness;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proposition 19.6: what is called singular is not found definite, and what is not called so is.
 */
class SingularityTest {
  private static Vector point(long... coordinates) {
    return Vector.of(Arrays.stream(coordinates).mapToObj(Rational::of).toList());
  }

  private static Optional<String> reason(String kernel, boolean onSphere, List<Vector> points) {
    return Singularity.of(KernelSpecification.parse(kernel), onSphere, points)
        .map(Singularity::reason);
  }

  private static Definiteness definiteness(String text, boolean onSphere, List<Vector> points) {
    Kernel kernel = KernelSpecification.parse(text);
    PairKernel<Vector> pairs = onSphere ? VectorKernel.onSphere(kernel) : VectorKernel.of(kernel);
    Entries<Ball> entries = pairs.over(BallArithmetic.ofBits(160), points);
    return Definiteness.of(FixedMatrix.of(points.size(), 120, entries::at));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=3", "gaussian:c=1", "ntk:act=relu,L=1,sb2=1"})
  void equalPointsAreNamed(String kernel) {
    List<Vector> points = List.of(point(1, 2), point(3, 4), point(1, 1), point(3, 4));
    assertEquals(Optional.of("points 2 and 4 are equal"), reason(kernel, false, points));
    assertInstanceOf(Definiteness.Undecided.class, definiteness(kernel, false, points));
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=3, false, true",
    "fcntk:L=3, true, true",
    "'resntk:L=2,alpha=1', false, true",
    "arccos:n=2, true, true",
    "arccos:n=2, false, true",
    "gaussian:c=1, false, false",
    "gaussian:c=1, true, true",
    "'ntk:act=relu,L=1,sb2=1', false, false",
    "'ntk:act=relu,L=1,sw2=1999999999/1000000000,sb2=1/1000000000', false, false",
    "'ntk:act=erf,L=1', false, false"
  })
  void pointsOfOneDirectionMatterWhereTheKernelIsHomogeneousOrOfDirections(
      String kernel, boolean onSphere, boolean isSingular) {
    List<Vector> points = List.of(point(1, 2), point(3, 1), point(3, 6));
    Optional<String> expected =
        isSingular ? Optional.of("points 1 and 3 have the same direction") : Optional.empty();
    assertEquals(expected, reason(kernel, onSphere, points));
    Definiteness found = definiteness(kernel, onSphere, points);
    assertEquals(isSingular, found instanceof Definiteness.Undecided, found::toString);
  }

  private static List<Vector> pairs(int count) {
    List<Vector> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(point(1, i, i * i));
      points.add(point(-2, -2 * i, -2 * i * i));
    }
    return points;
  }

  /** With one layer the odd part has the rank 3 in three dimensions. */
  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=1", "fcnngp:L=1"})
  void morePairsOfOppositePointsThanDimensionsAreTooManyForOneLayer(String kernel) {
    for (boolean onSphere : new boolean[] {false, true}) {
      assertEquals(Optional.empty(), reason(kernel, onSphere, pairs(3)));
      assertInstanceOf(Definiteness.Positive.class, definiteness(kernel, onSphere, pairs(3)));
      String named = reason(kernel, onSphere, pairs(4)).orElseThrow();
      assertEquals(
          "the pairs of opposite points 1 and 2, 3 and 4, 5 and 6 and others are 4, more than the"
              + " rank 3 of the odd part of the kernel",
          named);
      assertInstanceOf(Definiteness.Undecided.class, definiteness(kernel, onSphere, pairs(4)));
    }
  }

  @Test
  void twoLayersOrBiasesAllowAnyNumberOfPairs() {
    for (String kernel : List.of("fcntk:L=2", "ntk:act=relu,L=1,sb2=1")) {
      assertFalse(reason(kernel, false, pairs(4)).isPresent());
      assertInstanceOf(Definiteness.Positive.class, definiteness(kernel, false, pairs(4)));
    }
  }

  /** The even part of the kernel of steps is constant. */
  @Test
  void onePairTooManyForStepsIsTheSecond() {
    assertFalse(reason("arccos:n=0", true, pairs(1)).isPresent());
    assertTrue(
        reason("arccos:n=0", true, pairs(2)).orElseThrow().endsWith("even part of the kernel"));
    assertInstanceOf(Definiteness.Undecided.class, definiteness("arccos:n=0", true, pairs(2)));
  }

  @Test
  void theZeroVectorHasNoDirection() {
    List<Vector> points = List.of(point(0, 0), point(1, 1), point(2, 2));
    assertEquals(Optional.empty(), reason("fcntk:L=3", false, points));
    List<Vector> twice = List.of(point(0, 0), point(1, 1), point(0, 0));
    assertEquals(Optional.of("points 1 and 3 are equal"), reason("fcntk:L=3", false, twice));
  }
}

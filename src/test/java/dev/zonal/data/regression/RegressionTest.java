package dev.zonal.data.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.linear.FixedMatrix;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Regression with the kernel min(x, z), whose interpolants are piecewise linear from 0 on. */
class RegressionTest {
  private static final int BITS = 120;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(BITS);

  private static FixedMatrix matrix(List<Integer> points) {
    return FixedMatrix.of(
        points.size(), BITS, (i, j) -> Ball.exact(Math.min(points.get(i), points.get(j))));
  }

  private static List<Ball> row(List<Integer> points, Rational at) {
    return points.stream()
        .map(Rational::of)
        .map(x -> OVER.of(x.compareTo(at) < 0 ? x : at))
        .toList();
  }

  private static Regression regression(List<Integer> points, int ridge, List<Integer> targets) {
    List<Ball> y = targets.stream().map(Ball::exact).toList();
    return Regression.of(OVER, matrix(points), Ball.exact(ridge), y).get();
  }

  @Test
  void anInterpolantOfTheBrownianKernelIsLinearBetweenItsPoints() {
    List<Integer> points = List.of(1, 3, 4);
    List<Integer> targets = List.of(5, 1, 2);
    Regression found = regression(points, 0, targets);
    for (int i = 0; i < 3; i++) {
      Ball value = found.value(row(points, Rational.of(points.get(i))));
      assertTrue(value.contains(Rational.of(targets.get(i))));
    }
    assertTrue(found.value(row(points, Rational.of(2))).contains(Rational.of(3)));
    assertTrue(found.value(row(points, Rational.of(9))).contains(Rational.of(2)));
    // The integral of the squared slopes 5, -2, 1 over the lengths 1, 2, 1.
    assertTrue(found.squaredNorm().contains(Rational.of(25 + 8 + 1)));
    // Without the second point the value there is 3, without the last one 1, without the first 1/3.
    assertTrue(found.leaveOneOut(1).contains(Rational.of(-2)));
    assertTrue(found.leaveOneOut(2).contains(Rational.ONE));
    assertTrue(found.leaveOneOut(0).contains(Rational.of(14, 3)));
    assertTrue(found.leaveOneOut(0).accuracyBits() > 90);
  }

  @Property(tries = 25)
  void leavingOneOutIsARegressionFromTheOthers(
      @ForAll @IntRange(min = 0, max = 3) int ridge,
      @ForAll @IntRange(min = 0, max = 4) int out,
      @ForAll @IntRange(min = -9, max = 9) int target) {
    List<Integer> points = List.of(2, 3, 7, 8, 12);
    List<Integer> targets = List.of(1, target, 4, -2, 3);
    Regression whole = regression(points, ridge, targets);
    List<Integer> fewer = new ArrayList<>(points);
    List<Integer> fewerTargets = new ArrayList<>(targets);
    fewer.remove(out);
    fewerTargets.remove(out);
    Regression others = regression(fewer, ridge, fewerTargets);
    Ball value = others.value(row(fewer, Rational.of(points.get(out))));
    Ball difference = OVER.subtract(Ball.exact(targets.get(out)), value);
    assertTrue(whole.leaveOneOut(out).overlaps(difference));
    assertTrue(difference.radius().binaryOrder() < 20 - BITS);
  }

  @Property(tries = 10)
  void theSquareOfTheNormIsTheFormOfTheCoefficients(@ForAll @IntRange(min = 0, max = 3) int ridge) {
    List<Integer> points = List.of(2, 3, 7, 8);
    Regression found = regression(points, ridge, List.of(1, 5, 4, -2));
    List<Ball> c = found.coefficients();
    Ball form = OVER.of(0);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        Ball entry = Ball.exact(Math.min(points.get(i), points.get(j)));
        form = OVER.add(form, OVER.multiply(entry, OVER.multiply(c.get(i), c.get(j))));
      }
    }
    assertTrue(found.squaredNorm().overlaps(form));
    assertTrue(found.squaredNorm().accuracyBits() > 80);
  }

  @Test
  void equalPointsAskForARidge() {
    List<Ball> y = List.of(Ball.exact(1), Ball.exact(2));
    FixedMatrix equal = matrix(List.of(3, 3));
    assertFalse(Regression.of(OVER, equal, Ball.exact(0), y).isCertified());
    Ball value =
        Regression.of(OVER, equal, Ball.exact(6), y)
            .get()
            .value(row(List.of(3, 3), Rational.of(3)));
    assertTrue(value.contains(Rational.of(3, 4)));
  }

  @Test
  void aNegativeRidgeAndOtherNumbersOfTargetsAreRefused() {
    FixedMatrix two = matrix(List.of(1, 2));
    List<Ball> y = List.of(Ball.exact(1), Ball.exact(2));
    assertThrows(IllegalArgumentException.class, () -> Regression.of(OVER, two, Ball.exact(-1), y));
    assertThrows(
        IllegalArgumentException.class,
        () -> Regression.of(OVER, two, Ball.exact(0), y.subList(0, 1)));
  }

  @Test
  void plainDoublesAreNearWhereTheMatrixIsWellConditioned() {
    Regression found = regression(List.of(1, 2, 4), 1, List.of(1, 0, 2));
    double[] plain = found.inDoubles().orElseThrow();
    for (int i = 0; i < 3; i++) {
      assertEquals(found.coefficients().get(i).toDouble(), plain[i], 1e-14);
    }
  }
}

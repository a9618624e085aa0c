package dev.zonal.lab.ridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.sample.RandomStream;
import java.util.Arrays;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regression with a kernel and with features. */
class RidgeTest {
  private static FeatureMap map(FeatureMethod method, int size, int dimension) {
    return new FeaturePlan(method, 1, size, 4, OptionalInt.empty())
        .of(dimension)
        .draw(RandomStream.of(6));
  }

  /** (F F^T + lambda) c = y and f = sum c_i <F(x_i), F(.)> are the same function. */
  @Property(tries = 20)
  void featuresGiveTheRegressionOfTheirKernel(
      @ForAll FeatureMethod method,
      @ForAll @IntRange(min = 1, max = 600) int count,
      @ForAll @DoubleRange(min = .1, max = 5) double lambda) {
    Problem problem = Problem.of(Target.WAVES, 4, count, 20, 3);
    FeatureMap map = map(method, 40, 4);
    double[] found = new FeatureRidge(map, lambda).of(problem, Context.NONE).predictions();
    double[][] features = problem.points().stream().map(map::of).toArray(double[][]::new);
    double[][] kernel = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        kernel[i][j] = DoubleVector.dot(features[i], features[j]);
      }
    }
    double[] coefficients = PositiveSystem.solve(kernel, lambda, problem.values());
    for (int t = 0; t < found.length; t++) {
      double[] test = map.of(problem.tests().get(t));
      double expected = 0;
      for (int i = 0; i < count; i++) {
        expected += coefficients[i] * DoubleVector.dot(features[i], test);
      }
      assertEquals(expected, found[t], 1e-8);
    }
  }

  /** (K + lambda I) c = y: the residual of the values learned is lambda c, and small for small. */
  @Test
  void aSmallRidgeInterpolates() {
    Problem problem = Problem.of(Target.QUADRATIC, 3, 30, 5, 4);
    Problem itself =
        new Problem(problem.points(), problem.values(), problem.points(), problem.values());
    double[] found =
        new KernelRidge(new LimitKernel(1), 1e-9).of(itself, Context.NONE).predictions();
    assertArrayEquals(problem.values(), found, 1e-4);
    double[] heavy =
        new KernelRidge(new LimitKernel(1), 1e9).of(itself, Context.NONE).predictions();
    assertTrue(Arrays.stream(heavy).allMatch(x -> Math.abs(x) < 1e-5));
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void moreIsLearnedFromMorePoints(Target target) {
    Problem all = Problem.of(target, 4, 400, 200, 8);
    KernelRidge ridge = new KernelRidge(new LimitKernel(1), .05);
    double few = all.score(ridge.of(all.first(40), Context.NONE).predictions()).relative();
    double many = all.score(ridge.of(all, Context.NONE).predictions()).relative();
    assertTrue(many < .6 * few && many < .4, () -> few + " " + many);
    FeatureMap map = map(FeatureMethod.ORTHOGONAL_EXACT, 600, 4);
    double features =
        all.score(new FeatureRidge(map, .05).of(all, Context.NONE).predictions()).relative();
    assertEquals(many, features, .15);
  }

  @Test
  void aSeedRepeatsEverythingButTheTimes() {
    Problem problem = Problem.of(Target.WAVES, 3, 700, 10, 1);
    FeatureRidge ridge = new FeatureRidge(map(FeatureMethod.SPHERE_SRHT, 50, 3), 1);
    assertArrayEquals(
        ridge.of(problem, Context.NONE).predictions(),
        ridge.of(problem, Context.NONE).predictions());
    assertArrayEquals(Problem.of(Target.WAVES, 3, 9, 10, 1).values(), problem.first(9).values());
  }

  @Test
  void theScoreOfTheMeanIsOne() {
    Problem problem = Problem.of(Target.WAVES, 3, 5, 50, 1);
    double mean = Arrays.stream(problem.answers()).average().orElseThrow();
    double[] constant = new double[50];
    Arrays.fill(constant, mean);
    assertEquals(Math.sqrt(49 / 50.), problem.score(constant).relative(), 1e-12);
    assertEquals(0, problem.score(problem.answers()).relative());
    assertEquals(0, problem.score(problem.answers()).standardError());
  }
}

package dev.zonal.lab.approximation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.context.Context;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spectral errors of features. */
class ErrorExperimentTest {
  private static final Map<String, FeatureMethod> METHODS =
      Map.of(
          "gauss-exact", FeatureMethod.GAUSSIAN_EXACT,
          "sphere-exact", FeatureMethod.SPHERE_EXACT,
          "orth-exact", FeatureMethod.ORTHOGONAL_EXACT,
          "gauss-srht", FeatureMethod.GAUSSIAN_SRHT,
          "sphere-srht", FeatureMethod.SPHERE_SRHT,
          "grad", FeatureMethod.GRADIENT);

  private static FeaturePlan plan(FeatureMethod method, int size) {
    return new FeaturePlan(method, 1, size, 4, OptionalInt.empty());
  }

  /** On the sphere: the error of K itself is |K|/(|K| + lambda), whatever the basis. */
  @Property(tries = 20)
  void theErrorOfNothingIsThatOfTheLargestEigenvalue(
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 2, max = 12) int count,
      @ForAll @DoubleRange(min = .01, max = 10) double lambda) {
    ErrorExperiment experiment =
        ErrorExperiment.of(depth, 3, count, List.of(lambda), 5, Context.NONE);
    double[] eigenvalues = RegularisedMatrix.eigenvalues(experiment.kernel());
    RegularisedMatrix matrix = experiment.regularised().get(0);
    double largest = eigenvalues[0];
    assertEquals(largest / (largest + lambda), matrix.relativeNorm(experiment.kernel()), 1e-9);
    // tr K (K + lambda)^(-1) = n - lambda tr (K + lambda)^(-1), another way.
    double squares = 0;
    for (double[] row : matrix.inverse()) {
      for (double x : row) {
        squares += x * x;
      }
    }
    double effective = RegularisedMatrix.effectiveDimension(experiment.kernel(), lambda);
    assertEquals(count - lambda * squares, effective, 1e-9);
  }

  @Test
  void nothingCancelsInTheEffectiveDimensionOfALargeLambda() {
    double[][] kernel = {{2, 1}, {1, 2}};
    assertEquals(4e-18, RegularisedMatrix.effectiveDimension(kernel, 1e18), 1e-28);
  }

  @Test
  void theFrobeniusErrorIsThatOfTheVariances() {
    ErrorExperiment experiment = ErrorExperiment.of(1, 4, 12, List.of(1.), 3, Context.NONE);
    for (FeatureMethod method : METHODS.values()) {
      ErrorExperiment.Row row = experiment.of(plan(method, 60), 400, 7, Context.NONE).get(0);
      if (row.predicted().isPresent()) {
        double z = row.frobenius().z(row.predicted().get());
        assertTrue(Math.abs(z) < 5, () -> row + " " + z);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureMethod.class)
  void moreFeaturesAreNearer(FeatureMethod method) {
    ErrorExperiment experiment = ErrorExperiment.of(1, 4, 12, List.of(1.), 3, Context.NONE);
    double few = experiment.of(plan(method, 64), 40, 7, Context.NONE).get(0).error().mean();
    double many = experiment.of(plan(method, 1024), 40, 7, Context.NONE).get(0).error().mean();
    // A quarter, but for the terms that a polynomial leaves out.
    double most = method == FeatureMethod.POLYNOMIAL ? .8 : .45;
    assertTrue(many < most * few, () -> few + " " + many);
  }

  @Test
  void whatSufficesSuffices() {
    ErrorExperiment experiment = ErrorExperiment.of(1, 3, 15, List.of(5.), 3, Context.NONE);
    SufficientFeatures sufficient =
        SufficientFeatures.of(experiment.points(), 5, .9, .5).orElseThrow();
    // As many of either kind as the theorem asks for: M = m1 + d m0 with m1 = d m0.
    int size = (int) (2 * sufficient.ramps());
    ErrorExperiment.Row row =
        experiment.of(plan(FeatureMethod.SPHERE_EXACT, size), 20, 1, Context.NONE).get(0);
    assertTrue(row.error().mean() < .9, row::toString);
  }

  private static double norm(List<double[]> points, DoubleUnaryOperator kernel) {
    double[][] matrix =
        points.stream()
            .map(
                x ->
                    points.stream()
                        .mapToDouble(
                            z -> kernel.applyAsDouble(LimitKernel.cosine(DoubleVector.dot(x, z))))
                        .toArray())
            .toArray(double[][]::new);
    return RegularisedMatrix.largestAbsoluteEigenvalue(matrix);
  }

  @Test
  void theTheoremSaysNothingWhereLambdaIsTooLarge() {
    ErrorExperiment experiment = ErrorExperiment.of(1, 3, 15, List.of(5.), 3, Context.NONE);
    assertTrue(SufficientFeatures.of(experiment.points(), 1e3, .5, .1).isEmpty());
    // lambda/2 between the norms of the matrices of steps and of ramps: one of both is too small.
    double steps = norm(experiment.points(), u -> u * LimitKernel.kappa0(u));
    double ramps = norm(experiment.points(), LimitKernel::kappa1);
    assertTrue(steps < ramps, steps + " " + ramps);
    assertTrue(SufficientFeatures.of(experiment.points(), steps + ramps, .5, .1).isEmpty());
    assertTrue(SufficientFeatures.of(experiment.points(), 2 * steps - .1, .5, .1).isPresent());
    assertTrue(SufficientFeatures.of(experiment.points(), 1, .5, .1).isPresent());
  }

  @Test
  void aSeedDrawsTheSameAgain() {
    ErrorExperiment experiment = ErrorExperiment.of(1, 3, 8, List.of(1., 2.), 3, Context.NONE);
    FeaturePlan plan = plan(FeatureMethod.SPHERE_SRHT, 64);
    assertEquals(experiment.of(plan, 9, 1, Context.NONE), experiment.of(plan, 9, 1, Context.NONE));
  }

  /** Other software drew other features of other points: within three tenths. */
  @Tag("long")
  @Test
  void theErrorsAreThoseOfOtherSoftware() {
    Map<String, ErrorExperiment> experiments = new HashMap<>();
    Map<String, List<ErrorExperiment.Row>> known = new HashMap<>();
    List<Double> lambdas = List.of(.1, 1., 10.);
    for (String[] row : ReferenceTable.rows("rf-spectral.tsv")) {
      int dimension = Integer.parseInt(row[0]);
      int size = Integer.parseInt(row[5]);
      ErrorExperiment experiment =
          experiments.computeIfAbsent(
              row[0] + " " + row[1],
              key ->
                  ErrorExperiment.of(
                      1, dimension, Integer.parseInt(row[1]), lambdas, 1, Context.NONE));
      List<ErrorExperiment.Row> found =
          known.computeIfAbsent(
              row[0] + " " + row[4] + " " + size,
              key -> experiment.of(plan(METHODS.get(row[4]), size), 5, 100, Context.NONE));
      int index = lambdas.indexOf(Double.parseDouble(row[2]));
      assertEquals(
          1,
          RegularisedMatrix.effectiveDimension(experiment.kernel(), lambdas.get(index))
              / Double.parseDouble(row[3]),
          .05,
          () -> String.join(" ", row));
      ErrorExperiment.Row error = found.get(index);
      assertEquals(
          1,
          error.error().mean() / Double.parseDouble(row[6]),
          .3,
          () -> String.join(" ", row) + ": " + error);
      assertEquals(
          1,
          Math.sqrt(error.frobenius().mean()) / Double.parseDouble(row[8]),
          .3,
          () -> String.join(" ", row) + ": " + error);
    }
  }
}

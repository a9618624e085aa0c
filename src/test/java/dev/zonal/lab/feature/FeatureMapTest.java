package dev.zonal.lab.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.sketch.PowerSketch;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of points to features, and the laws of what they are made of. */
class FeatureMapTest {
  private static final double[] X = {.6, 0, -.8, 0};
  private static final double[] Z = {.5, -.5, -.5, .5};

  private static FeaturePlan plan(FeatureMethod method, int depth, int size) {
    return new FeaturePlan(method, depth, size, 4, OptionalInt.empty());
  }

  /** kappa_1 + u kappa_0, by its definition. */
  private static double kernel(double u) {
    double t = Math.acos(u);
    return (Math.sin(t) + (Math.PI - t) * u) / Math.PI + u * (1 - t / Math.PI);
  }

  private static SampleMean mean(int count, ToDoubleFunction<RandomStream> experiment) {
    List<Double> values =
        Replicates.of(count, i -> experiment.applyAsDouble(RandomStream.of(11, i)), Context.NONE);
    return SampleMean.of(values, x -> x);
  }

  @ParameterizedTest
  @EnumSource(FeatureMethod.class)
  void inOneLayerTheEstimateIsUnbiased(FeatureMethod method) {
    FeaturePlan.Law law = plan(method, 1, 64).of(4);
    double u = DoubleVector.dot(X, Z);
    double[] coefficients = new KernelPolynomial(1, 4).coefficients();
    double expected =
        method == FeatureMethod.POLYNOMIAL
            ? coefficients[0]
                + coefficients[1] * u
                + coefficients[2] * u * u
                + coefficients[4] * Math.pow(u, 4)
            : kernel(u);
    SampleMean mean = mean(4000, stream -> law.draw(stream).estimate(X, Z));
    assertTrue(Math.abs(mean.z(expected)) < 5, () -> method + " " + mean + " " + expected);
    assertTrue(mean.smallestDefect(expected) < .1, mean::toString);
  }

  @ParameterizedTest
  @EnumSource(FeatureMethod.class)
  void featuresAreHomogeneousAndZeroHasNone(FeatureMethod method) {
    FeatureMap map = plan(method, 1, 40).of(4).draw(RandomStream.of(3));
    assertEquals(map.dimension(), map.of(X).length);
    assertArrayEquals(new double[map.dimension()], map.of(new double[4]));
    double[] tripled = map.of(DoubleVector.scaled(X, 3));
    assertArrayEquals(DoubleVector.scaled(map.of(X), 3), tripled, 1e-14);
    double[] tiny = map.of(DoubleVector.scaled(X, 0x1p-1040));
    assertTrue(Arrays.stream(tiny).allMatch(Double::isFinite));
  }

  @Property(tries = 200)
  void thereAreNeverMoreFeaturesThanAskedFor(
      @ForAll FeatureMethod method,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(min = 2, max = 600) int size,
      @ForAll @IntRange(min = 1, max = 12) int dimension) {
    FeaturePlan plan = plan(method, depth, size);
    if (plan.refusal(dimension).isPresent()) {
      return;
    }
    FeatureMap map = plan.of(dimension).draw(RandomStream.of(1));
    int most = method == FeatureMethod.POLYNOMIAL ? size + 1 + dimension : size;
    assertTrue(map.dimension() <= most && map.dimension() > size / 8, map::toString);
    assertEquals(map.dimension(), map.of(new double[dimension]).length);
  }

  /** In deep layers the bias is of order 1/m; with many features it is not seen. */
  @ParameterizedTest
  @ValueSource(strings = {"SPHERE_SRHT", "GAUSSIAN_COUNT", "ORTHOGONAL_EXACT"})
  void twoLayersEstimateTheirKernel(String name) {
    FeaturePlan.Law law = plan(FeatureMethod.valueOf(name), 2, 512).of(4);
    double u = DoubleVector.dot(X, Z);
    double t = Math.acos(u);
    double next = (Math.sin(t) + (Math.PI - t) * u) / Math.PI;
    double s = Math.acos(next);
    double expected =
        (Math.sin(s) + (Math.PI - s) * next) / Math.PI + kernel(u) * (1 - s / Math.PI);
    SampleMean mean = mean(120, stream -> law.draw(stream).estimate(X, Z));
    assertEquals(1, mean.mean() / expected, .08, mean::toString);
  }

  @Test
  void plansThatCannotBeAreRefused() {
    assertTrue(plan(FeatureMethod.GRADIENT, 2, 64).refusal(3).isPresent());
    assertTrue(plan(FeatureMethod.GRADIENT, 1, 3).refusal(3).isPresent());
    assertFalse(plan(FeatureMethod.GRADIENT, 1, 4).refusal(3).isPresent());
    assertTrue(plan(FeatureMethod.SPHERE_EXACT, 2, 4).refusal(3).isPresent());
    assertFalse(plan(FeatureMethod.SPHERE_EXACT, 2, 5).refusal(3).isPresent());
    assertFalse(plan(FeatureMethod.SPHERE_SRHT, 2, 2).refusal(3).isPresent());
    FeatureMethod polynomial = FeatureMethod.POLYNOMIAL;
    OptionalInt none = OptionalInt.empty();
    assertTrue(new FeaturePlan(polynomial, 1, 64, 6, none).refusal(3).isPresent());
    assertTrue(new FeaturePlan(polynomial, 1, 64, 1, none).refusal(3).isPresent());
    assertTrue(new FeaturePlan(polynomial, 1, 64, 8, OptionalInt.of(6)).refusal(3).isPresent());
    assertFalse(new FeaturePlan(polynomial, 1, 64, 8, OptionalInt.of(8)).refusal(3).isPresent());
  }

  @Property(tries = 100)
  void orthogonalDirectionsAreOrthogonalInBlocks(
      @ForAll @IntRange(min = 1, max = 9) int dimension,
      @ForAll @IntRange(min = 1, max = 25) int count,
      @ForAll long seed) {
    double[][] rows = Directions.ORTHOGONAL.draw(count, dimension, RandomStream.of(seed));
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        if (i / dimension == j / dimension) {
          double expected = i == j ? dimension : 0;
          assertEquals(expected, DoubleVector.dot(rows[i], rows[j]), 1e-10);
        }
      }
    }
  }

  /** Weingarten: E O_11 O_22 = 0, E O_11^2 O_22^2 = (d+1)/(d (d-1) (d+2)), and -1/(...) crossed. */
  @Test
  void orthogonalDirectionsHaveTheLawOfHaar() {
    int d = 3;
    int count = 60_000;
    double[] ends = new double[count];
    double[] diagonal = new double[count];
    double[] squares = new double[count];
    double[] crossed = new double[count];
    double[] third = new double[count];
    for (int i = 0; i < count; i++) {
      double[][] o = Directions.ORTHOGONAL.draw(d, d, RandomStream.of(5, i));
      ends[i] = o[2][2] / Math.sqrt(d);
      diagonal[i] = o[0][0] * o[1][1] / d;
      squares[i] = diagonal[i] * diagonal[i];
      crossed[i] = o[0][0] * o[1][1] * o[0][1] * o[1][0] / (d * d);
      third[i] = o[0][0] * o[1][1] * o[2][2] / Math.pow(d, 1.5);
    }
    assertTrue(Math.abs(SampleMean.of(ends).z(0)) < 5);
    assertTrue(Math.abs(SampleMean.of(diagonal).z(0)) < 5);
    assertTrue(Math.abs(SampleMean.of(third).z(0)) < 5);
    double all = d * (d - 1) * (d + 2.);
    assertTrue(Math.abs(SampleMean.of(squares).z((d + 1) / all)) < 5);
    assertTrue(Math.abs(SampleMean.of(crossed).z(-1 / all)) < 5);
  }

  @Test
  void lengthsAreThoseOfTheirLaws() {
    double[][] sphere = Directions.SPHERE.draw(50, 6, RandomStream.of(1));
    for (double[] row : sphere) {
      assertEquals(Math.sqrt(6), DoubleVector.norm(row), 1e-12);
    }
    double[] squares =
        IntStream.range(0, 20_000)
            .mapToDouble(
                i -> DoubleVector.norm(Directions.GAUSSIAN.draw(1, 6, RandomStream.of(2, i))[0]))
            .map(x -> x * x)
            .toArray();
    assertTrue(Math.abs(SampleMean.of(squares).z(6)) < 5);
  }

  @Test
  void aMatrixIsTheFeaturesOfItsPointsWhateverTheThreads() {
    FeatureMap map = plan(FeatureMethod.SPHERE_EXACT, 1, 30).of(4).draw(RandomStream.of(8));
    List<double[]> points =
        IntStream.range(0, 300)
            .mapToObj(i -> Directions.direction(4, RandomStream.of(9, i)))
            .toList();
    FeatureMatrix matrix = FeatureMatrix.of(map, points, Context.NONE);
    for (int i = 0; i < points.size(); i++) {
      assertArrayEquals(map.of(points.get(i)), matrix.rows().get(i));
    }
    assertEquals(map.estimate(points.get(3), points.get(200)), matrix.estimate(3, 200));
  }

  /** The sum of the powers of the sketch, against the tail that is proved. */
  @Property(tries = 12)
  void thePolynomialLacksWhatItsTailSays(
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 40) int degree) {
    KernelPolynomial polynomial = new KernelPolynomial(depth, degree);
    double[] coefficients = polynomial.coefficients();
    double sum = Arrays.stream(coefficients).sum();
    double tail = polynomial.tail(15).get().rounded().doubleValue();
    assertEquals(depth + 1, sum + tail, 1e-13);
    assertTrue(tail > 0 && Arrays.stream(coefficients).allMatch(c -> c >= 0));
  }

  /** c_{2n+2} = C(2n,n)/4^n (2n+3)/((2n+1)(2n+2))/pi, c_0 = 1/pi, c_1 = 1. */
  @Test
  void theCoefficientsOfOneLayerAreInClosedForm() {
    double[] c = new KernelPolynomial(1, 12).coefficients();
    assertEquals(1 / Math.PI, c[0], 1e-16);
    assertEquals(1, c[1], 1e-15);
    double wallis = 1;
    for (int n = 0; 2 * n + 2 <= 12; n++) {
      double expected = wallis * (2 * n + 3) / ((2 * n + 1) * (2 * n + 2)) / Math.PI;
      assertEquals(expected, c[2 * n + 2], 1e-15);
      assertEquals(n == 0 ? 1 : 0, c[2 * n + 1]);
      wallis *= (2 * n + 1) / (2. * n + 2);
    }
  }

  @Property(tries = 8)
  void sketchesOfPowersAreUnbiased(@ForAll @IntRange(min = 1, max = 8) int power) {
    double u = DoubleVector.dot(X, Z);
    SampleMean mean =
        mean(
            3000,
            stream -> {
              PowerSketch sketch = PowerSketch.draw(8, 4, 16, stream);
              return DoubleVector.dot(sketch.of(X).power(power), sketch.of(Z).power(power));
            });
    assertTrue(Math.abs(mean.z(Math.pow(u, power))) < 5, () -> power + " " + mean);
  }
}

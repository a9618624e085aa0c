package dev.zonal.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The points of matrices: two neighbours, two opposite ones, others of no particular kind. */
class SamplePointsTest {
  private static double dot(double[] x, double[] z) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * z[i]).sum();
  }

  private static double cosine(double[] x, double[] z) {
    return dot(x, z) / Math.sqrt(dot(x, x) * dot(z, z));
  }

  @Property(tries = 30)
  void theyAreAsManyAsAskedForAndAboutOfLengthOne(
      @ForAll @IntRange(min = 0, max = 50) int count,
      @ForAll @IntRange(min = 2, max = 9) int dimension) {
    List<double[]> points = new SamplePoints(count, dimension).points();
    assertEquals(count, points.size());
    for (double[] point : points) {
      assertEquals(dimension, point.length);
      assertEquals(1, dot(point, point), 0.03, () -> Arrays.toString(point));
    }
  }

  @Property(tries = 8)
  void theSecondIsNextToTheFirstAndTheThirdAboutOppositeToIt(
      @ForAll @IntRange(min = 2, max = 9) int dimension) {
    List<double[]> points = new SamplePoints(3, dimension).points();
    double[] step = points.get(1).clone();
    Arrays.setAll(step, j -> step[j] - points.get(0)[j]);
    assertEquals(0x1p-20, Math.sqrt(dot(step, step)), 1e-15);
    double opposite = cosine(points.get(0), points.get(2));
    assertTrue(opposite < -1 + 1e-4, () -> "" + opposite);
    double[] sum = points.get(2).clone();
    Arrays.setAll(sum, j -> sum[j] + points.get(0)[j]);
    assertNotEquals(0, dot(sum, sum));
  }

  @Property(tries = 8)
  void theOthersAreDecimalsOfSixDigitsAndDifferFromEachOther(
      @ForAll @IntRange(min = 2, max = 9) int dimension) {
    List<double[]> points = new SamplePoints(30, dimension).points();
    for (int i = 3; i < 30; i++) {
      for (double x : points.get(i)) {
        assertEquals(Math.rint(x * 1e6) / 1e6, x);
      }
      for (int j = 3; j < i; j++) {
        assertTrue(Math.abs(cosine(points.get(i), points.get(j))) < 1 - 1e-6, i + " and " + j);
      }
    }
  }
}

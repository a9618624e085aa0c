package dev.zonal.lab.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.SampleMean;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Uniform matrices with orthonormal columns or rows. */
class HaarMatrixTest {
  @Property(tries = 30)
  void columns_or_rows_are_orthonormal(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns) {
    double[][] q = HaarMatrix.draw(rows, columns, RandomStream.of(rows, columns));
    boolean isTall = rows >= columns;
    int thin = Math.min(rows, columns);
    for (int i = 0; i < thin; i++) {
      for (int j = 0; j < thin; j++) {
        double product = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          product += isTall ? q[k][i] * q[k][j] : q[i][k] * q[j][k];
        }
        assertEquals(i == j ? 1 : 0, product, 1e-14);
      }
    }
  }

  /** Moments of the uniform law; without the signs the first would be of the order of 1/N. */
  @Example
  void the_moments_are_those_of_the_uniform_law() {
    int n = 5;
    int draws = 40_000;
    double[] first = new double[draws];
    double[] fourth = new double[draws];
    double[] mixed = new double[draws];
    double[] minor = new double[draws];
    for (int i = 0; i < draws; i++) {
      double[][] q = HaarMatrix.draw(n, n, RandomStream.of(3, i));
      first[i] = q[0][0];
      fourth[i] = Math.pow(q[0][0], 4);
      mixed[i] = q[0][0] * q[0][0] * q[1][1] * q[1][1];
      minor[i] = q[0][0] * q[1][1] * q[0][1] * q[1][0];
    }
    assertZ(0, first);
    assertZ(3.0 / (n * (n + 2)), fourth);
    assertZ((n + 1.0) / (n * (n - 1.0) * (n + 2)), mixed);
    assertZ(-1.0 / (n * (n - 1.0) * (n + 2)), minor);
  }

  /** Every diagonal entry alone: the last column of a Householder matrix is special. */
  @Example
  void no_entry_prefers_a_sign() {
    int n = 3;
    int draws = 20_000;
    double[][] diagonal = new double[n][draws];
    for (int i = 0; i < draws; i++) {
      double[][] q = HaarMatrix.draw(n, n, RandomStream.of(4, i));
      for (int j = 0; j < n; j++) {
        diagonal[j][i] = q[j][j];
      }
    }
    for (double[] entries : diagonal) {
      assertZ(0, entries);
    }
  }

  private static void assertZ(double expected, double... numbers) {
    double z = SampleMean.of(numbers).z(expected);
    assertTrue(Math.abs(z) < 5, () -> expected + ": z = " + z);
  }
}

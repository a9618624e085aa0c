package dev.zonal.verifier.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Theorem 19.7, with integers alone. */
class CholeskyTest {
  private static final int BITS = 40;
  private static final BigInteger UNIT = BigInteger.ONE.shiftLeft(BITS);

  /** A sum of n + more squares of random rows, scaled to numbers of a few units. */
  private static BigInteger[][] squares(int n, int more, Random random) {
    BigInteger[][] matrix = new BigInteger[n][];
    for (int i = 0; i < n; i++) {
      matrix[i] = new BigInteger[i + 1];
      Arrays.fill(matrix[i], BigInteger.ZERO);
    }
    for (int k = 0; k < n + more; k++) {
      int[] row = random.ints(n, -9, 10).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          BigInteger product = BigInteger.valueOf((long) row[i] * row[j]).multiply(UNIT);
          matrix[i][j] = matrix[i][j].add(product.divide(BigInteger.valueOf(7)));
        }
      }
    }
    return matrix;
  }

  private static BigInteger form(BigInteger[][] matrix, BigInteger[] x) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        BigInteger entry = j <= i ? matrix[i][j] : matrix[j][i];
        sum = sum.add(entry.multiply(x[i]).multiply(x[j]));
      }
    }
    return sum;
  }

  private static BigInteger dot(BigInteger[] x, BigInteger[] y) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(x[i].multiply(y[i]));
    }
    return sum;
  }

  private static BigInteger[] vector(int n, Random random) {
    BigInteger[] x = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      x[i] = BigInteger.valueOf(random.nextInt(2001) - 1000);
    }
    return x;
  }

  @Property(tries = 60)
  void aMatrixThatHasARootIsPositiveButForTheRest(
      @ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    Random random = new Random(seed);
    BigInteger[][] matrix = squares(n, 3, random);
    BigInteger shift = UNIT.divide(BigInteger.valueOf(1000));
    Cholesky root = Cholesky.of(matrix, shift, BITS);
    for (int i = 0; i < 20 && root.isComplete(); i++) {
      BigInteger[] x = vector(n, random);
      BigInteger least = shift.subtract(root.rest()).multiply(dot(x, x));
      assertTrue(form(matrix, x).compareTo(least) >= 0);
    }
    if (!root.isComplete()) {
      BigInteger[] x = root.descent();
      assertTrue(form(matrix, x).compareTo(shift.multiply(dot(x, x))) < 0);
    }
  }

  @Property(tries = 60)
  void theRestIsThatOfTheRootExactly(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    BigInteger[][] matrix = squares(n, 4, new Random(seed));
    Cholesky root = Cholesky.of(matrix, BigInteger.ONE.negate(), BITS);
    assertTrue(root.isComplete());
    BigInteger largest = BigInteger.ZERO;
    for (int i = 0; i < n; i++) {
      BigInteger sum = BigInteger.ZERO;
      for (int j = 0; j < n; j++) {
        BigInteger[] a = root.row(Math.max(i, j));
        BigInteger[] b = root.row(Math.min(i, j));
        BigInteger product = BigInteger.ZERO;
        for (int k = 0; k <= Math.min(i, j); k++) {
          product = product.add(a[k].multiply(b[k]));
        }
        BigInteger entry = matrix[Math.max(i, j)][Math.min(i, j)];
        BigInteger shifted = i == j ? entry.add(BigInteger.ONE) : entry;
        sum = sum.add(shifted.shiftLeft(BITS).subtract(product).abs());
      }
      largest = largest.max(sum);
    }
    assertEquals(largest.shiftRight(BITS).add(BigInteger.ONE), root.rest());
  }

  @Property(tries = 60)
  void aMatrixWithANegativeEigenvalueHasAVectorThatShowsIt(
      @ForAll @IntRange(min = 2, max = 8) int n, @ForAll long seed) {
    Random random = new Random(seed);
    BigInteger[][] matrix = squares(n, 3, random);
    int at = random.nextInt(n);
    // Below what the rows before leave of the diagonal.
    matrix[at][at] = BigInteger.ONE.negate();
    Cholesky root = Cholesky.of(matrix, BigInteger.ZERO, BITS);
    assertFalse(root.isComplete());
    assertTrue(form(matrix, root.descent()).signum() < 0);
  }

  @Test
  void aPivotOfZeroIsNotPositive() {
    BigInteger[][] matrix = {{UNIT}, {UNIT, UNIT}};
    Cholesky root = Cholesky.of(matrix, BigInteger.ZERO, BITS);
    assertFalse(root.isComplete());
    assertEquals(BigInteger.ZERO, form(matrix, root.descent()));
  }
}

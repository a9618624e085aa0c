package dev.zonal.testkit.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The algorithm fails at the first pivot that is not positive. */
class CholeskyFailureTest {
  @Property(tries = 100)
  void theSecondPivotIsTheSchurComplement(
      @ForAll @IntRange(min = 1, max = 8) int root,
      @ForAll @IntRange(min = -8, max = 8) int factor,
      @ForAll @IntRange(min = -8, max = 8) int complement) {
    double[][] matrix = {{root * root, 99}, {root * factor, factor * factor + complement}};
    Optional<Cholesky.Pivot> expected =
        complement > 0 ? Optional.empty() : Optional.of(new Cholesky.Pivot(1, complement));
    assertEquals(expected, Cholesky.failure(matrix, 0));
  }

  @Example
  void whatIsAddedToTheDiagonalCounts() {
    double[][] matrix = {{-1, 2}, {2, 3}};
    assertEquals(Optional.of(new Cholesky.Pivot(0, -0.5)), Cholesky.failure(matrix, 0.5));
    assertEquals(
        Optional.of(new Cholesky.Pivot(1, 0)),
        Cholesky.failure(new double[][] {{0, 0}, {2, 3}}, 1));
    assertEquals(Optional.empty(), Cholesky.failure(matrix, 2));
  }
}

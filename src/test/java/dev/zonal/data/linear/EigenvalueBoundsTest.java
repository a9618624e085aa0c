package dev.zonal.data.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Theorems 19.1 to 19.4 on matrices whose eigenvalues are rational. */
class EigenvalueBoundsTest {
  private static final int BITS = 120;

  /** Some equal, some nearly, some far apart, of both signs. */
  @Provide
  Arbitrary<List<Rational>> spectra() {
    Arbitrary<Rational> value =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-4, 4).map(Rational::of),
            Arbitraries.integers().between(1, 40).map(n -> Rational.of(1, 1L << n)),
            Arbitraries.integers().between(1, 1000).map(n -> Rational.of(n, 1000)));
    return value.list().ofMinSize(1).ofMaxSize(9);
  }

  @Property(tries = 60)
  void theSmallestAndTheLargestEigenvalueAreEnclosed(
      @ForAll("spectra") List<Rational> values, @ForAll long seed) {
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(values, seed), BITS);
    Ball smallest = EigenvalueBounds.smallest(matrix).get();
    Ball largest = EigenvalueBounds.largest(matrix).get();
    assertTrue(smallest.contains(Collections.min(values)), smallest::toString);
    assertTrue(largest.contains(Collections.max(values)), largest::toString);
    assertNarrow(smallest);
    assertNarrow(largest);
  }

  @Property(tries = 40)
  void everyEigenvalueIsEnclosed(@ForAll("spectra") List<Rational> values, @ForAll long seed) {
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(values, seed), BITS);
    List<Ball> found = EigenvalueBounds.all(matrix).get();
    List<Rational> sorted = values.stream().sorted().toList();
    assertEquals(sorted.size(), found.size());
    for (int i = 0; i < sorted.size(); i++) {
      assertTrue(found.get(i).contains(sorted.get(i)), found.toString());
      assertNarrow(found.get(i));
    }
  }

  private static void assertNarrow(Ball ball) {
    assertTrue(ball.radius().binaryOrder() < 20 - BITS, ball::toString);
  }

  @Property(tries = 30)
  void aMatrixOfTwoRowsHasTheRootsOfItsCharacteristicPolynomial(
      @ForAll @IntRange(min = -50, max = 50) int a,
      @ForAll @IntRange(min = -50, max = 50) int b,
      @ForAll @IntRange(min = -50, max = 50) int c) {
    Rational[][] entries = {{Rational.of(a), Rational.of(b)}, {Rational.of(b), Rational.of(c)}};
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball root = over.sqrt(over.of((long) (a - c) * (a - c) + 4L * b * b));
    Ball low = over.subtract(over.of(a + c), root).shifted(-1);
    Ball high = over.add(over.of(a + c), root).shifted(-1);
    FixedMatrix matrix = Matrices.fixed(entries, BITS);
    assertTrue(EigenvalueBounds.smallest(matrix).get().overlaps(low));
    assertTrue(EigenvalueBounds.largest(matrix).get().overlaps(high));
    assertTrue(EigenvalueBounds.all(matrix).get().get(1).overlaps(high));
  }

  @Property(tries = 20)
  void theOrderOfTheRowsDoesNotMatter(@ForAll("spectra") List<Rational> values, @ForAll long seed) {
    Rational[][] entries = Matrices.withEigenvalues(values, seed);
    int n = entries.length;
    Rational[][] reversed = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        reversed[i][j] = entries[n - 1 - i][n - 1 - j];
      }
    }
    Ball one = EigenvalueBounds.smallest(Matrices.fixed(entries, BITS)).get();
    Ball other = EigenvalueBounds.smallest(Matrices.fixed(reversed, BITS)).get();
    assertTrue(one.overlaps(other));
  }

  @Property(tries = 20)
  void whatMultipliesTheMatrixMultipliesItsEigenvalues(
      @ForAll("spectra") List<Rational> values,
      @ForAll long seed,
      @ForAll @IntRange(min = -40, max = 40) int power) {
    Rational factor = power < 0 ? Rational.of(1, 1L << -power) : Rational.of(1L << power);
    List<Rational> scaled = values.stream().map(factor::multiply).toList();
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(scaled, seed), BITS);
    assertTrue(EigenvalueBounds.smallest(matrix).get().contains(Collections.min(scaled)));
  }

  @Test
  void doublesSeeTheGapWhereThereIsOne() {
    List<Rational> values = List.of(Rational.of(1, 1000), Rational.of(2, 1000), Rational.of(5));
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(values, 1), 600);
    Ball smallest = EigenvalueBounds.smallest(matrix).get();
    assertTrue(smallest.contains(values.get(0)));
    assertTrue(smallest.accuracyBits() > 570, smallest::toString);
  }

  /** mpmath, 80 digits. */
  @Test
  void hilbertsMatrixOfThirtyRowsHasASmallestEigenvalueThatDoublesDoNotSee() {
    EigenvalueBounds bounds =
        new EigenvalueBounds(bits -> Matrices.fixed(Matrices.hilbert(30), bits), 2000);
    assertEquals(
        new BigDecimal("4.6986365651913213355e-44"),
        bounds.smallest(80).get().decimal(20).orElseThrow());
    assertTrue(bounds.condition(60).get().isPositive());
  }

  @Test
  void aSingularMatrixIsNotCertifiedToAnyDigits() {
    Rational[][] equal = new Rational[3][3];
    for (Rational[] row : equal) {
      Arrays.fill(row, Rational.of(1, 3));
    }
    EigenvalueBounds bounds = new EigenvalueBounds(bits -> Matrices.fixed(equal, bits), 300);
    assertFalse(bounds.smallest(20).isCertified());
    assertFalse(bounds.condition(20).isCertified());
    assertTrue(bounds.largest(60).get().contains(Rational.ONE));
    assertTrue(EigenvalueBounds.smallest(Matrices.fixed(equal, 90)).get().contains(Rational.ZERO));
  }

  @Test
  void whatTheMatrixIsNotKnownByIsInTheBounds() {
    FixedMatrix vague =
        FixedMatrix.of(2, 60, (i, j) -> Ball.of(BigInteger.valueOf(i == j ? 4 : 1), 0, 1, -4));
    // Row sums of radii 1/8: the eigenvalues 3 and 5 move by as much.
    for (Rational value : List.of(Rational.of(23, 8), Rational.of(25, 8))) {
      assertTrue(EigenvalueBounds.smallest(vague).get().contains(value));
      assertTrue(EigenvalueBounds.all(vague).get().get(0).contains(value));
    }
    assertTrue(EigenvalueBounds.largest(vague).get().contains(Rational.of(41, 8)));
  }
}

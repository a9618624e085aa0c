package dev.zonal.data.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Theorem 19.5 on matrices whose inverses are rational. */
class LinearSystemTest {
  private static final int BITS = 150;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(BITS);

  @Property(tries = 40)
  void theSolutionAndItsEnergyAreEnclosed(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 60) Integer> eigenvalues,
      @ForAll @IntRange(min = 0, max = 60) int small,
      @ForAll long seed) {
    List<Rational> values = spectrum(eigenvalues, small);
    Rational[][] matrix = Matrices.withEigenvalues(values, seed);
    Rational[][] inverse = Matrices.withEigenvalues(inverses(values), seed);
    LinearSystem system = LinearSystem.of(Matrices.fixed(matrix, BITS)).get();
    int n = values.size();
    List<Ball> right = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      right.add(OVER.of(Rational.of(2 * i - 3, 7)));
    }
    Solution solution = system.solve(right);
    Rational energy = Rational.ZERO;
    Rational square = Rational.ZERO;
    for (int i = 0; i < n; i++) {
      Rational exact = Rational.ZERO;
      for (int j = 0; j < n; j++) {
        exact = exact.add(inverse[i][j].multiply(Rational.of(2 * j - 3, 7)));
      }
      assertTrue(solution.at(i).contains(exact));
      assertTrue(solution.at(i).radius().binaryOrder() < 70 + 60 - BITS);
      energy = energy.add(exact.multiply(Rational.of(2 * i - 3, 7)));
      square = square.add(exact.multiply(exact));
      assertTrue(system.inverseDiagonal(i).contains(inverse[i][i]));
      assertTrue(system.inverseDiagonal(i).isPositive());
    }
    assertTrue(solution.energy().contains(energy));
    assertTrue(solution.dot(OVER, right).contains(energy));
    assertTrue(solution.square().contains(square));
  }

  private static List<Rational> spectrum(List<Integer> eigenvalues, int small) {
    List<Rational> values = new ArrayList<>();
    for (int value : eigenvalues) {
      values.add(Rational.of(value));
    }
    values.set(0, Rational.of(1, 1L << small));
    return values;
  }

  private static List<Rational> inverses(List<Rational> values) {
    return values.stream().map(Rational.ONE::divide).toList();
  }

  @Property(tries = 20)
  void whatTheMatrixAndTheRightSideAreNotKnownByIsInTheBounds(
      @ForAll @IntRange(min = -8, max = 8) int a, @ForAll @IntRange(min = -8, max = 8) int y) {
    // 4 +- 1/4 and 1 +- 1/8: every system in there has its solution in the balls.
    FixedMatrix vague = FixedMatrix.of(1, 60, (i, j) -> Ball.of(BigInteger.valueOf(4), 0, 1, -2));
    Solution solution =
        LinearSystem.of(vague).get().solve(List.of(Ball.of(BigInteger.ONE, 0, 1, -3)));
    Rational matrix = Rational.of(4).add(Rational.of(a, 32));
    Rational right = Rational.ONE.add(Rational.of(y, 64));
    assertTrue(solution.at(0).contains(right.divide(matrix)));
    assertTrue(solution.energy().contains(right.multiply(right).divide(matrix)));
  }

  @Test
  void aMatrixThatIsNotDefiniteHasNoSystem() {
    Rational[][] singular =
        Matrices.withEigenvalues(List.of(Rational.ZERO, Rational.ONE, Rational.of(2)), 3);
    assertFalse(LinearSystem.of(Matrices.fixed(singular, BITS)).isCertified());
    Rational[][] negative =
        Matrices.withEigenvalues(List.of(Rational.of(-1), Rational.ONE, Rational.of(2)), 3);
    assertEquals(
        "an eigenvalue of the matrix is negative",
        LinearSystem.of(Matrices.fixed(negative, BITS)).refusal().orElseThrow());
  }

  @Test
  void aSolutionAsksForAPositiveBoundOfTheSmallestEigenvalue() {
    FixedMatrix one = Matrices.fixed(new Rational[][] {{Rational.ONE}}, BITS);
    BigInteger[] zero = {BigInteger.ZERO};
    assertThrows(
        IllegalArgumentException.class,
        () -> new Solution(one, BigInteger.ZERO, zero, BigInteger.ZERO, zero, zero));
  }

  /** The inverse of Hilbert's matrix has integer entries, the sum of all of them is n^2. */
  @Test
  void hilbertsMatrixHasAnInverseWhoseEntriesHaveTheSumOfTheSquareOfItsSize() {
    int n = 12;
    LinearSystem system = LinearSystem.of(Matrices.fixed(Matrices.hilbert(n), 260)).get();
    List<Ball> ones = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ones.add(OVER.of(1));
    }
    Solution solution = system.solve(ones);
    assertTrue(solution.energy().contains(Rational.of(n * n)));
    assertTrue(solution.energy().accuracyBits() > 60);
    assertTrue(system.inverseDiagonal(0).contains(Rational.of(n * n)));
    double plain =
        system
            .inDoubles(ones.stream().mapToDouble(Ball::toDouble).toArray())
            .map(c -> c[n - 1])
            .orElse(Double.NaN);
    assertFalse(Math.abs(plain / solution.at(n - 1).toDouble() - 1) < 1e-8);
  }

  /** Half the ridge is no bound where the matrix is not known so well. */
  @Test
  void theErrorOfTheMatrixCountsAgainstTheRidge() {
    Ball ridge = Ball.exact(1);
    FixedMatrix known = FixedMatrix.of(2, BITS, (i, j) -> Ball.exact(0));
    assertTrue(LinearSystem.of(known, ridge).isCertified());
    FixedMatrix vague = FixedMatrix.of(2, BITS, (i, j) -> Ball.exact(0).inflate(Ball.exact(1)));
    assertFalse(LinearSystem.of(vague, ridge).isCertified());
  }

  @Test
  void aRidgeDoesNotHideANegativeEigenvalue() {
    FixedMatrix indefinite =
        FixedMatrix.of(2, BITS, (i, j) -> Ball.exact(i != j ? 0 : i == 0 ? -3 : 5));
    assertFalse(LinearSystem.of(indefinite, Ball.exact(1)).isCertified());
    assertTrue(LinearSystem.of(indefinite, Ball.exact(4)).isCertified());
  }

  @Property(tries = 40)
  void theWholeDiagonalIsThatOfItsEntries(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 60) Integer> eigenvalues,
      @ForAll @IntRange(min = 0, max = 60) int small,
      @ForAll long seed) {
    List<Rational> values = spectrum(eigenvalues, small);
    Rational[][] inverse = Matrices.withEigenvalues(inverses(values), seed);
    LinearSystem system =
        LinearSystem.of(Matrices.fixed(Matrices.withEigenvalues(values, seed), BITS)).get();
    List<Ball> diagonal = system.inverseDiagonal();
    for (int i = 0; i < values.size(); i++) {
      assertTrue(diagonal.get(i).contains(inverse[i][i]));
    }
  }
}

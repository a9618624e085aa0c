package dev.zonal.data.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Theorem 19.3 for vectors that need not be near an eigenvector. */
class RayleighVectorTest {
  private static final int BITS = 40;

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value).shiftLeft(BITS);
  }

  /** With the eigenvalues 0 and 1 the bound is sharp: rho - rho (1 - rho)/(1 - rho) = 0. */
  @Property(tries = 40)
  void theBoundBelowIsSharpForTwoEigenvalues(
      @ForAll @IntRange(min = 1, max = 1000) int a, @ForAll @IntRange(min = 0, max = 1000) int b) {
    FixedMatrix matrix =
        Matrices.fixed(Matrices.diagonal(List.of(Rational.ZERO, Rational.ONE)), BITS);
    RayleighVector vector = new RayleighVector(matrix, Matrices.integers(a, b));
    BigInteger below = vector.below(units(1)).orElseThrow();
    assertTrue(below.signum() <= 0);
    assertTrue(below.abs().compareTo(matrix.error().add(BigInteger.TWO)) <= 0, below::toString);
    assertTrue(vector.above().signum() >= 0);
  }

  @Property(tries = 40)
  void theBoundsEncloseWhateverTheVector(
      @ForAll @IntRange(min = 1, max = 9) int second,
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = -9, max = 9) int b,
      @ForAll @IntRange(min = 1, max = 9) int c) {
    List<Rational> values = List.of(Rational.ZERO, Rational.of(second), Rational.of(10));
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(values, 7), BITS);
    RayleighVector vector = new RayleighVector(matrix, Matrices.integers(a, b, c));
    assertTrue(vector.above().signum() >= 0);
    vector.below(units(second)).ifPresent(below -> assertTrue(below.signum() <= 0));
  }

  /** A vector of the second eigenvalue proves nothing of the first one. */
  @Test
  void aQuotientThatIsNotBelowTheSecondEigenvalueProvesNothingBelow() {
    FixedMatrix matrix =
        Matrices.fixed(Matrices.diagonal(List.of(Rational.ZERO, Rational.ONE)), BITS);
    RayleighVector second = new RayleighVector(matrix, Matrices.integers(0, 1));
    assertEquals(Optional.empty(), second.below(units(1)));
    assertEquals(Optional.empty(), second.below(BigInteger.ZERO));
  }

  /** 3 +- 1/8 may be any number in there. */
  @Test
  void theErrorOfTheMatrixIsInBothBounds() {
    FixedMatrix vague = FixedMatrix.of(1, BITS, (i, j) -> Ball.of(BigInteger.valueOf(3), 0, 1, -3));
    RayleighVector vector = new RayleighVector(vague, Matrices.integers(5));
    BigInteger eighth = BigInteger.ONE.shiftLeft(BITS - 3);
    assertTrue(vector.above().compareTo(units(3).add(eighth)) >= 0);
    assertTrue(vector.below(units(9)).orElseThrow().compareTo(units(3).subtract(eighth)) <= 0);
  }

  @Test
  void theZeroVectorHasNoQuotient() {
    FixedMatrix one = Matrices.fixed(Matrices.diagonal(List.of(Rational.ONE)), BITS);
    assertThrows(
        IllegalArgumentException.class, () -> new RayleighVector(one, Matrices.integers(0)));
  }
}

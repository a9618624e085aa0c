package dev.zonal.data.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Theorems 19.1 and 19.2: the inertia of a matrix, and what it says of its definiteness. */
class DefinitenessTest {
  private static final int BITS = 80;

  @Property(tries = 60)
  void aMatrixIsPositiveDefiniteIfItsSmallestEigenvalueIsPositive(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = -2, max = 60) Integer> numerators,
      @ForAll long seed) {
    List<Rational> values = numerators.stream().map(n -> Rational.of(n, 16)).toList();
    Rational least = Collections.min(values);
    Rational[][] entries = Matrices.withEigenvalues(values, seed);
    Definiteness found = Definiteness.of(Matrices.fixed(entries, BITS));
    switch (least.signum()) {
      case 1 -> {
        Ball below = assertInstanceOf(Definiteness.Positive.class, found).below();
        assertTrue(below.isPositive() && below.upper().compareTo(least) <= 0);
      }
      case -1 -> {
        Ball above = assertInstanceOf(Definiteness.Negative.class, found).above();
        assertTrue(above.isNegative() && above.lower().compareTo(least) >= 0);
      }
      default -> assertInstanceOf(Definiteness.Undecided.class, found);
    }
  }

  /** Its smallest eigenvalue is about 10^-44. */
  @Test
  void hilbertsMatrixIsPositiveDefiniteBeyondDoubles() {
    EigenvalueBounds bounds =
        new EigenvalueBounds(bits -> Matrices.fixed(Matrices.hilbert(30), bits), 1000);
    Ball below = assertInstanceOf(Definiteness.Positive.class, bounds.definiteness()).below();
    assertTrue(below.isPositive());
    assertTrue(below.upper().compareTo(Rational.of(new BigDecimal("5e-44"))) < 0);
  }

  @Test
  void whatIsUndecidedSaysWhatIsKnown() {
    List<Rational> values = List.of(Rational.ZERO, Rational.ONE, Rational.of(2));
    EigenvalueBounds bounds =
        new EigenvalueBounds(
            bits -> Matrices.fixed(Matrices.withEigenvalues(values, 5), bits), 200);
    String reason = assertInstanceOf(Definiteness.Undecided.class, bounds.definiteness()).reason();
    assertTrue(
        reason.matches(
            "the smallest eigenvalue is zero or of a modulus below 2\\^-1.*128 bits say"),
        reason);
  }

  /** The error of the matrix alone decides: 1 +- 2 may be singular. */
  @Test
  void whatTheMatrixIsNotKnownByCounts() {
    FixedMatrix vague =
        FixedMatrix.of(2, 60, (i, j) -> Ball.of(BigInteger.valueOf(i == j ? 2 : 1), 0, 1, -1));
    assertInstanceOf(Definiteness.Undecided.class, Definiteness.of(vague));
  }

  @Property(tries = 60)
  void theInertiaIsThatOfTheEigenvaluesUpToTheError(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -40, max = 40) Integer> values,
      @ForAll @IntRange(min = -45, max = 45) int shift,
      @ForAll long seed) {
    List<Rational> spectrum = values.stream().sorted().map(Rational::of).toList();
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(spectrum, seed), BITS);
    // Between the eigenvalues, on them, and next to them.
    for (int offset : new int[] {0, 1, 1 << 30}) {
      BigInteger at =
          BigInteger.valueOf(shift).shiftLeft(BITS).add(BigInteger.valueOf(offset).shiftLeft(20));
      Inertia.at(matrix, at).ifPresent(found -> assertHolds(found, spectrum, matrix));
      Inertia.inDoubles(matrix, at).ifPresent(found -> assertHolds(found, spectrum, matrix));
    }
  }

  private static void assertHolds(Inertia found, List<Rational> spectrum, FixedMatrix matrix) {
    if (found.below() < spectrum.size()) {
      Ball next = Ball.exact(found.next().subtract(matrix.error())).shifted(-BITS);
      assertTrue(next.lower().compareTo(spectrum.get(found.below())) <= 0, found::toString);
    }
    if (found.below() > 0) {
      Ball last = Ball.exact(found.last().add(matrix.error())).shifted(-BITS);
      assertTrue(last.upper().compareTo(spectrum.get(found.below() - 1)) >= 0, found::toString);
    }
  }

  /** The residual in exact arithmetic is below the bound of Theorem 19.2: its largest entry is. */
  @Property(tries = 40)
  void theBoundInDoublesIsAboveTheExactResidual(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -40, max = 40) Integer> values,
      @ForAll @IntRange(min = 0, max = 60) int small,
      @ForAll long seed) {
    List<Rational> spectrum =
        values.stream().map(v -> Rational.of(v).add(Rational.of(1, 1L << small))).toList();
    FixedMatrix matrix = Matrices.fixed(Matrices.withEigenvalues(spectrum, seed), BITS);
    Optional<DoubleFactorization> factors = DoubleFactorization.of(matrix, BigInteger.ZERO);
    factors.ifPresent(
        f -> {
          Rational bound = Ball.exact(f.residual()).shifted(-BITS).lower();
          assertTrue(entryOfResidual(f, matrix).compareTo(bound) <= 0);
        });
  }

  private static Rational entryOfResidual(DoubleFactorization f, FixedMatrix matrix) {
    Rational most = Rational.ZERO;
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j <= i; j++) {
        Rational rest = Ball.exact(matrix.at(i, j)).shifted(-BITS).lower();
        for (int k = 0; k <= j; k++) {
          Rational product = exact(f.lower(i, k)).multiply(exact(f.diagonal(k)));
          rest = rest.subtract(product.multiply(exact(f.lower(j, k))));
        }
        most = rest.abs().compareTo(most) > 0 ? rest.abs() : most;
      }
    }
    return most;
  }

  private static Rational exact(double value) {
    return Ball.exact(value).lower();
  }

  @Test
  void aPivotOfZeroIsNoFactorisation() {
    Rational[][] entries = {{Rational.ZERO, Rational.ONE}, {Rational.ONE, Rational.ZERO}};
    FixedMatrix matrix = Matrices.fixed(entries, BITS);
    assertEquals(Optional.empty(), Inertia.at(matrix, BigInteger.ZERO));
    assertEquals(Optional.empty(), Inertia.inDoubles(matrix, BigInteger.ZERO));
  }

  /** 2^-2000 is no double, and neither is 2^2000. */
  @Property(tries = 8)
  void theUnitOfTheMatrixDoesNotMatter(@ForAll @IntRange(min = -2000, max = 2000) int power) {
    FixedMatrix matrix =
        FixedMatrix.of(2, 60 - power, (i, j) -> Ball.exact(i == j ? 2 : 1).shifted(power));
    Ball below = assertInstanceOf(Definiteness.Positive.class, Definiteness.of(matrix)).below();
    assertTrue(below.shifted(-power).upper().compareTo(Rational.ONE) <= 0);
    assertTrue(EigenvalueBounds.smallest(matrix).get().shifted(-power).contains(Rational.ONE));
    assertTrue(EigenvalueBounds.all(matrix).get().get(1).shifted(-power).contains(Rational.of(3)));
  }

  @Test
  void whatIsNoDoubleHasNoInertiaInDoubles() {
    FixedMatrix huge = FixedMatrix.of(2, 10, (i, j) -> Ball.exact(i == j ? 2 : 1).shifted(2000));
    assertEquals(Optional.empty(), Inertia.inDoubles(huge, BigInteger.ZERO));
  }
}

package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.elementary.MaternKernel;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Matern function and psi, docs/theory.md, Lemma 9.16 and Proposition 3.12. */
class MaternFunctionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);

  /** By mpmath. */
  @ParameterizedTest
  @CsvSource({
    "7/10, 2, 0.19415701031725617803367170120213",
    "1, 2, 0.27973176363304485456919761407082",
    "2, 6, 0.030455416210649269568093737347479",
    "9/4, 60, 5.4816273894253333762528088549476e-24"
  })
  void theValuesAreThoseOfMpmath(String nu, long x, BigDecimal expected) {
    Ball value = OVER.matern(Rational.parse(nu), Ball.exact(x));
    assertTrue(value.accuracyBits() >= 118);
    assertEquals(0, expected.compareTo(value.decimal(expected.precision()).orElseThrow()));
  }

  @Property(tries = 60)
  void aHalfIntegerSmoothnessIsTheElementaryFunction(
      @ForAll @IntRange(min = 0, max = 5) int p, @ForAll @IntRange(min = 1, max = 400) int n) {
    Rational nu = Rational.of(2L * p + 1, 2);
    Ball x = OVER.of(Rational.of(n, 16));
    Ball polynomial = OVER.of(0);
    var coefficients = new MaternKernel(nu, Rational.ONE).coefficients();
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      polynomial = OVER.add(OVER.multiply(polynomial, x), OVER.of(coefficients.get(i)));
    }
    Ball closed = OVER.multiply(OVER.exp(OVER.negate(x)), polynomial);
    assertTrue(closed.overlaps(OVER.matern(nu, x)));
  }

  @Property(tries = 60)
  void aBallContainsTheValuesAtItsPoints(
      @ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(min = 0, max = 100) int x) {
    Rational nu = Rational.of(n, 3);
    Ball wide = OVER.of(Rational.of(x + 1, 16)).inflate(OVER.of(Rational.of(1, 16)));
    Ball value = OVER.matern(nu, wide);
    for (int i = 0; i <= 2; i++) {
      Ball point = OVER.matern(nu, OVER.of(Rational.of(x + i, 16)));
      assertTrue(value.overlaps(point));
    }
    double preview = new DoubleArithmetic().matern(nu, (x + 1) / 16.0);
    Ball middle = OVER.matern(nu, OVER.of(Rational.of(x + 1, 16)));
    assertEquals(middle.toDouble(), preview, 1e-12);
  }

  @Test
  void atZeroItIsOneAndBelowThereIsNone() {
    Ball one = OVER.matern(Rational.of(2), Ball.exact(0));
    assertTrue(one.isExact() && one.contains(Rational.ONE));
    Ball aroundZero = OVER.of(0).inflate(OVER.of(1));
    assertThrows(DomainException.class, () -> OVER.matern(Rational.of(2), aroundZero));
    assertThrows(DomainException.class, () -> OVER.matern(Rational.of(2), Ball.exact(20_001)));
  }

  @Property(tries = 60)
  void psiIsTheLogarithmicDerivativeOfGamma(@ForAll @IntRange(min = 1, max = 200) int n) {
    Rational x = Rational.of(n, 7);
    Digamma psi = new Digamma(OVER);
    Ball step = OVER.subtract(psi.at(x.add(1)), psi.at(x));
    assertTrue(step.contains(x.reciprocal()));
    // Legendre's duplication
    Ball twice = OVER.add(psi.at(x), psi.at(x.add(Rational.of(1, 2))));
    Ball other = OVER.subtract(psi.at(x.multiply(2)), OVER.log(Ball.exact(2))).shifted(1);
    assertTrue(twice.overlaps(other));
    assertTrue(psi.at(x).radius().binaryOrder() < -110);
  }

  @Test
  void psiAtOneIsEulersConstantAndPolesAreRefused() {
    // DLMF 5.2.3
    BigDecimal gamma = new BigDecimal("-0.57721566490153286060651209008240243");
    assertEquals(0, gamma.compareTo(new Digamma(OVER).at(Rational.ONE).decimal(35).orElseThrow()));
    assertThrows(DomainException.class, () -> new Digamma(OVER).at(Rational.ZERO));
  }
}

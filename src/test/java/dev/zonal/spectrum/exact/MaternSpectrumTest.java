package dev.zonal.spectrum.exact;

import static dev.zonal.spectrum.exact.ExactSpectraTest.eigenvalue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.ExactSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaternSpectrumTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(400);

  private static Ball q(long p, long q) {
    return OVER.of(Rational.of(p, q));
  }

  private static Ball sum(Ball... terms) {
    Ball sum = OVER.of(0);
    for (Ball term : terms) {
      sum = OVER.add(sum, term);
    }
    return sum;
  }

  private static Ball product(Ball... factors) {
    Ball product = OVER.of(1);
    for (Ball factor : factors) {
      product = OVER.multiply(product, factor);
    }
    return product;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 50, 300})
  void inThreeDimensionsTheLaplaceEigenvaluesAreDerivativesOfBesselProducts(int c) {
    // -(d/dc) [I_(k+1/2)(c) K_(k+1/2)(c)] for k = 0 and 1, with e = exp(-2c)
    Ball e = OVER.exp(OVER.of(-2L * c));
    Ball oneMinus = OVER.subtract(OVER.of(1), e);
    long square = (long) c * c;
    Ball zeroth =
        OVER.subtract(OVER.multiply(oneMinus, q(1, 2 * square)), OVER.multiply(e, q(1, c)));
    assertTrue(zeroth.overlaps(eigenvalue("laplace:c=" + c, 3, 0)));

    // I K = h b with h = (c+1)/(2c^3), b = c (1 + e) - (1 - e)
    Ball h = q(c + 1, 2 * square * c);
    Ball slopeOfH = q(-2L * c - 3, 2 * square * square);
    Ball b = OVER.subtract(product(OVER.of(c), sum(OVER.of(1), e)), oneMinus);
    Ball slopeOfB = OVER.subtract(oneMinus, OVER.scale(e, Rational.of(2 * c)));
    Ball first = OVER.negate(sum(product(slopeOfH, b), product(h, slopeOfB)));
    assertTrue(first.overlaps(eigenvalue("laplace:c=" + c, 3, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void theMaternKernelOfSmoothnessThreeHalvesIsADerivativeOfTheLaplaceKernel(int c) {
    // (1 + c r) exp(-c r) = (1 - c d/dc) exp(-c r); d = 3, k = 0
    Ball e = OVER.exp(OVER.of(-2L * c));
    Ball oneMinus = OVER.subtract(OVER.of(1), e);
    long square = (long) c * c;
    Ball laplace =
        OVER.subtract(OVER.multiply(oneMinus, q(1, 2 * square)), OVER.multiply(e, q(1, c)));
    Ball slope =
        sum(
            OVER.multiply(e, q(2, c)),
            OVER.multiply(e, q(2, square)),
            OVER.multiply(oneMinus, q(-1, square * c)));
    Ball expected = OVER.subtract(laplace, OVER.scale(slope, Rational.of(c)));
    assertTrue(expected.overlaps(eigenvalue("matern:nu=3/2,c=" + c, 3, 0)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 17, 60, 400, 3000, 50_000, 1_000_000_000_000_000_000L})
  void anEnclosureHasTheAccuracyAskedForAndShrinksOntoItself(long k) {
    for (int c : new int[] {1, 100}) {
      ExactSpectrum.Value value = ExactSpectraTest.spectrum("laplace:c=" + c, 4).at(k);
      Ball coarse = value.enclose(BallArithmetic.ofBits(60));
      Ball fine = value.enclose(BallArithmetic.ofBits(2000));
      assertTrue(coarse.overlaps(fine) && coarse.isPositive());
      assertTrue(coarse.accuracyBits() >= 60 && fine.accuracyBits() >= 2000);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 1000})
  void theLaplaceKernelIsTheRoughestMaternKernel(long k) {
    assertEquals(
        eigenvalue("laplace:c=3", 5, k).toString(),
        eigenvalue("matern:nu=1/2,c=3", 5, k).toString());
  }
}

package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.WallisRatio;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Formula;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Series cut off after so few terms that the bound of their rest is what the radius consists of.
 */
class TruncatedSeriesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(220);

  /** Sooner than any term becomes small: only the hypothesis of the rest holds the series up. */
  private static final long AT_ONCE = 1_000_000;

  @Property(tries = 100)
  void theRestOfWallissRatioIsTheBoundOfItsLemma(
      @ForAll @IntRange(min = 2, max = 60) int n, @ForAll @IntRange(min = -12, max = 1) int least) {
    Ball sum = WallisRatio.gaussSum(OVER, n, least);
    Rational term = Rational.ONE;
    Rational partial = Rational.ZERO;
    Rational limit = least > 0 ? Rational.of(2) : Rational.of(1, 1L << -least);
    int j = 0;
    do {
      partial = partial.add(term);
      term =
          term.multiply(Rational.of((2L * j + 1) * (2L * j + 1)))
              .divide(Rational.of(4L * (n + 1 + j) * (j + 1)));
      j++;
    } while (term.subtract(limit).signum() >= 0);
    // Lemma 9.6 from the first term left out on, which is at most as late as the code's
    assertTrue(sum.contains(wallis(n)), () -> n + ": " + sum + ", " + wallis(n));
    Rational rest = term.multiply(Rational.of(n + j)).divide(Rational.of(n - 1));
    if (sum.midpoint().contains(partial) || sum.midpoint().inflate(tiny()).contains(partial)) {
      Formula.assertReaches(sum.radius(), Formula.of(rest), 28, "n = " + n + ", j = " + j);
    }
  }

  private static Ball tiny() {
    return Ball.of(BigInteger.ONE, -200, 0, 0);
  }

  /** (Gamma(n+1)/Gamma(n+1/2))^2/n. */
  private static Ball wallis(int n) {
    BallArithmetic over = BallArithmetic.ofBits(300);
    GammaQuotient root = GammaQuotient.ONE.gamma(2L * n + 2).dividedByGamma(2L * n + 1);
    return over.divide(over.square(root.in(over)), Ball.exact(n));
  }

  private static Structure.Radial radial(String specification) {
    return (Structure.Radial) KernelSpecification.parse(specification).structure();
  }

  private static GaussianSpectrum gaussian(String c, int d) {
    return new GaussianSpectrum(d, radial("gaussian:c=" + c).rate());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 0",
    "20, 2, 0",
    "20, 3, 1",
    "20, 4, 5",
    "3, 5, 2",
    "50, 10, 3",
    "1/10, 3, 0",
    "8, 2, 200"
  })
  void aGaussianSumThatIsCutOffHoldsTheWholeOne(String c, int d, long k) {
    Ball whole = gaussian(c, d).series(OVER, k, -200);
    for (long negligible : new long[] {AT_ONCE, 60, 20, 0, -10}) {
      Ball cut = gaussian(c, d).series(OVER, k, negligible);
      assertTrue(cut.contains(whole), () -> negligible + ": " + cut + ", " + whole);
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 2, 0", "20, 3, 1", "7, 4, 5", "50, 10, 3", "1/10, 3, 0"})
  void theRestOfAGaussianSumIsTwiceTheFirstTermThatIsAtMostHalfTheOneBefore(
      String c, int d, long k) {
    Rational square = Rational.parse(c).pow(2);
    Rational term = Rational.ONE;
    for (long m = 0; ; m++) {
      Rational below = Rational.of((m + 1) * (d + 2 * k + 2 * m));
      term = term.multiply(square).multiply(2).divide(below);
      if (square.multiply(4).subtract(below).signum() <= 0) {
        break;
      }
    }
    Formula.assertReaches(
        gaussian(c, d).series(OVER, k, AT_ONCE).radius(), Formula.of(term.multiply(2)), 28, c);
  }

  private static MaternSpectrum matern(int p, String c, int d) {
    Structure.Radial kernel = radial("matern:nu=" + (2 * p + 1) + "/2,c=" + c);
    return new MaternSpectrum(d, kernel.degree(), kernel.rate());
  }

  @Property(tries = 200)
  void aMaternSumThatIsCutOffHoldsTheWholeOne(
      @ForAll @IntRange(min = 0, max = 3) int p,
      @ForAll @IntRange(min = 1, max = 60) int quarters,
      @ForAll @IntRange(min = 2, max = 12) int d,
      @ForAll @IntRange(min = 0, max = 40) int k,
      @ForAll @IntRange(min = -200, max = 12) int depth) {
    MaternSpectrum spectrum = matern(p, quarters + "/4", d);
    Ball whole = spectrum.sum(BallArithmetic.ofBits(400), k, 400);
    Ball cut = spectrum.sum(BallArithmetic.ofBits(300), k, depth);
    assertTrue(cut.contains(whole), () -> cut + ", " + whole);
  }

  @ParameterizedTest
  @CsvSource({"13/4, 2", "13/4, 10", "1, 3", "4, 2", "9, 3", "20, 5"})
  void aMaternSumThatIsCutOffAtOnceHoldsTheWholeOneOnAGridOfCases(String c, int d) {
    for (int p = 0; p <= 3; p++) {
      MaternSpectrum spectrum = matern(p, c, d);
      for (long k = 0; k <= 16; k += k < 4 ? 1 : 4) {
        Ball whole = spectrum.sum(BallArithmetic.ofBits(300), k, 300);
        for (int depth : new int[] {-1_000_000, -13, -5, -1}) {
          Ball cut = spectrum.sum(BallArithmetic.ofBits(300), k, depth);
          assertTrue(cut.contains(whole), p + ", " + k + ", " + depth);
        }
      }
    }
  }

  private static GammaExponentialSpectrum gammaExponential(String c, String gamma, int d) {
    Structure.Radial kernel = radial("gammaexp:c=" + c + ",gamma=" + gamma);
    return new GammaExponentialSpectrum(d, kernel.rate(), kernel.power());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 2, 0",
    "4, 1, 3, 3",
    "9, 1/2, 3, 0",
    "9, 1/2, 4, 7",
    "1, 3/2, 5, 1",
    "5, 7/4, 3, 2",
    "1/4, 2, 3, 0",
    "3, 2, 2, 1",
    "2, 2/3, 10, 20"
  })
  void aGammaExponentialSumThatIsCutOffHoldsTheWholeOne(String c, String gamma, int d, long k) {
    GammaExponentialSpectrum spectrum = gammaExponential(c, gamma, d);
    Ball whole = spectrum.sum(OVER, k, 200);
    for (int depth : new int[] {-1_000_000, -100, -20, -5, -2, 0, 5}) {
      Ball cut = spectrum.sum(OVER, k, depth);
      assertTrue(cut.contains(whole), () -> depth + ": " + cut + ", " + whole);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 1, 3", "9, 1/2, 4", "5, 7/4, 3", "1/2, 3/2, 2"})
  void theRestOfAGammaExponentialSumIsTwiceTheTermOfTheExponential(String c, String gamma, int d) {
    Ball rate =
        OVER.multiply(OVER.power(OVER.of(2), Rational.parse(gamma)), OVER.of(Rational.parse(c)));
    Ball majorant = OVER.of(1);
    long n = 0;
    // the first n with 2^gamma c <= (n + 1)/2
    while (!rate.certainlyLess(OVER.of(Rational.of(n + 1, 2)))) {
      n++;
      majorant = OVER.divide(OVER.multiply(majorant, rate), OVER.of(n));
    }
    Rational rest = majorant.midpoint().upper().multiply(2);
    Ball cut = gammaExponential(c, gamma, d).sum(OVER, 30, -1_000_000);
    Formula.assertReaches(cut.radius(), Formula.of(rest), 28, c + ", " + gamma);
  }
}

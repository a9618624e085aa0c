package dev.zonal.arithmetic.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HermiteExpansionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);

  private static HermiteExpansion of(StripFunction phi, double q, int terms) {
    return HermiteExpansion.of(phi, Ball.exact(q), terms, OVER);
  }

  /** By mpmath, integrals of the products with Hermite polynomials to 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "TANH,1,1,0.605705509602158825583540227556",
    "TANH,1,3,-0.14843719078727270404525098994",
    "TANH,1,11,-0.0102918405800215260374403106354",
    "SIGMOID,2,0,0.5",
    "SIGMOID,2,1,0.256794203997190842537357055164",
    "SIGMOID,2,3,-0.0468563038927998736533967058925",
    "SIGMOID,2,11,-0.00134440635638367399448419647601",
    "SOFTPLUS,1.5,0,0.855914717687974793234942253987",
    "SOFTPLUS,1.5,1,0.612372435695794524549321018676",
    "SOFTPLUS,1.5,2,0.204455716818256100586098809809",
    "SOFTPLUS,1.5,20,-0.0000124233535580915171591242306206",
    "SWISH,0.5,0,0.112311683996819880840095500963",
    "SWISH,0.5,2,0.14406270725414210946164460431",
    "SWISH,0.5,20,-0.000000516944157640274636715629472211"
  })
  void theCoefficientsAreThoseOfAnotherProgram(
      StripFunction phi, double q, int n, BigDecimal expected) {
    Ball a = of(phi, q, 32).function().coefficients().get(n);
    assertNear(expected, a);
  }

  @ParameterizedTest
  @CsvSource({
    "TANH,1,0.394294490397841174416459772444,0.464402902448268241972021",
    "SIGMOID,2,0.318419076984184727254570216951,0.0370266120857372746237466",
    "SOFTPLUS,1.5,1.14993776350280345304170371159,0.307237301580606211811874",
    "SWISH,0.5,0.158576249565827246170661636211,0.334708958348049895831278"
  })
  void theMeansOfTheSquaresAreThoseOfAnotherProgram(
      StripFunction phi, double q, BigDecimal square, BigDecimal slopeSquare) {
    assertNear(square, of(phi, q, 1).function().square());
    assertNear(slopeSquare, of(phi, q, 1).slope().square());
  }

  private static void assertNear(BigDecimal expected, Ball ball) {
    BigDecimal ulp = expected.ulp();
    Ball around = OVER.of(Rational.of(expected)).inflate(OVER.of(Rational.of(ulp)));
    assertTrue(around.overlaps(ball), () -> ball + " is not " + expected);
    assertTrue(ball.radius().toDouble() < 1e-30, ball::toString);
  }

  /** By a two-dimensional sum of mpmath. */
  @Example
  void aValueIsThatOfAnotherProgram() {
    Ball half = OVER.of(Rational.of(1, 2));
    HermiteExpansion tanh = HermiteExpansion.at(StripFunction.TANH, Ball.exact(1), half, OVER);
    Ball value = tanh.function().value(OVER, half, tanh.function());
    Ball slope = tanh.slope().value(OVER, half, tanh.slope());
    assertEquals("0.18632441320344808610678289", value.decimal(26).orElseThrow().toPlainString());
    assertEquals("0.38474702844103890153146807", slope.decimal(26).orElseThrow().toPlainString());
  }

  /** -ln a_n^2/sqrt(n), as measured elsewhere: 2.76 to 3.13 for n = 11 to 199. */
  @Example
  void theSquaresFallLikeTheExponentialOfARoot() {
    List<Ball> dual = of(StripFunction.TANH, 1, 200).function().dual(OVER);
    for (int n = 11; n < 200; n += 2) {
      double rate = -Math.log(dual.get(n).toDouble()) / Math.sqrt(n);
      assertTrue(rate > 2.75 && rate < 3.14, "n = " + n + ": " + rate);
    }
  }

  @Property(tries = 12)
  void coefficientsOfTheOtherParityAreExactlyZero(
      @ForAll StripFunction phi, @ForAll @DoubleRange(min = 0.1, max = 4) double q) {
    List<Ball> a = of(phi, q, 20).function().coefficients();
    for (int n = 2; n < a.size(); n++) {
      boolean other = (n % 2 == 1) != phi.isPartOdd();
      assertEquals(other, a.get(n).isExact() && a.get(n).containsZero(), "n = " + n);
    }
  }

  /** What few terms leave out is bounded by what many terms show. */
  @Property(tries = 20)
  void fewTermsEncloseWhatManyTermsDo(
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = 0.1, max = 3) double q,
      @ForAll @DoubleRange(min = 0.1, max = 3) double other,
      @ForAll @IntRange(min = 1, max = 16) int few,
      @ForAll @DoubleRange(min = -1, max = 1) double u) {
    Ball at = Ball.exact(u);
    for (double second : new double[] {q, other}) {
      HermiteExpansion coarse = of(phi, q, few);
      HermiteExpansion coarseOther = of(phi, second, few);
      HermiteExpansion fine = of(phi, q, 300);
      HermiteExpansion fineOther = of(phi, second, 300);
      Ball value = coarse.function().value(OVER, at, coarseOther.function());
      Ball close = fine.function().value(OVER, at, fineOther.function());
      assertTrue(value.overlaps(close), () -> value + ", " + close);
      Ball slope = coarse.slope().value(OVER, at, coarseOther.slope());
      Ball closeSlope = fine.slope().value(OVER, at, fineOther.slope());
      assertTrue(slope.overlaps(closeSlope), () -> slope + ", " + closeSlope);
    }
  }

  /** A ball of variances has the coefficients of each of them. */
  @Property(tries = 12)
  void wideBallsOfVariancesContainThePoints(
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = 0.5, max = 2) double q,
      @ForAll @DoubleRange(min = -1, max = 1) double where) {
    Ball wide = Ball.exact(q).inflate(Ball.exact(0x1p-20));
    HermiteExpansion of = HermiteExpansion.of(phi, wide, 24, OVER);
    HermiteExpansion point = of(phi, q + where * 0x1p-20, 24);
    for (int n = 0; n < 24; n++) {
      Ball a = of.function().coefficients().get(n);
      Ball b = point.function().coefficients().get(n);
      assertTrue(a.overlaps(b), () -> a + ", " + b);
      assertTrue(a.radius().toDouble() < 1e-4, a::toString);
    }
    assertTrue(of.function().square().overlaps(point.function().square()));
    assertTrue(of.slope().square().overlaps(point.slope().square()));
  }

  /** Widths of the sums are those of the rounding, not of the recurrence that blows them up. */
  @Example
  void hundredsOfCoefficientsKeepTheirAccuracy() {
    Ball q = OVER.of(Rational.of(8, 5));
    List<Ball> a = HermiteExpansion.of(StripFunction.TANH, q, 600, OVER).function().coefficients();
    assertTrue(a.get(599).radius().toDouble() < 1e-33, () -> a.get(599).toString());
    assertTrue(a.get(599).accuracyBits() > 40, () -> a.get(599).toString());
  }

  @Example
  void whatIsNoVarianceIsRefused() {
    for (Ball q : List.of(Ball.exact(0), Ball.exact(-1), Ball.exact(1).inflate(Ball.exact(2)))) {
      assertThrows(
          DomainException.class, () -> HermiteExpansion.of(StripFunction.TANH, q, 4, OVER));
    }
  }

  @Example
  void whatIsNoCorrelationIsRefused() {
    HermiteSeries tanh = of(StripFunction.TANH, 1, 8).function();
    assertThrows(DomainException.class, () -> tanh.value(OVER, Ball.exact(1.001), tanh));
    assertThrows(DomainException.class, () -> tanh.value(OVER, Ball.exact(-1.001), tanh));
    assertTrue(tanh.value(OVER, Ball.exact(1), tanh).overlaps(tanh.square()));
  }

  @Example
  void tooManyTermsAreRefusedWithAnEstimate() {
    DomainException refused =
        assertThrows(
            DomainException.class,
            () ->
                HermiteExpansion.at(
                    StripFunction.TANH, Ball.exact(9), Ball.exact(1), BallArithmetic.ofBits(300)));
    assertTrue(refused.getMessage().startsWith("it needs about"), refused::getMessage);
  }

  /** The mean square in doubles is that of the certified rule, to six digits. */
  @Property(tries = 40)
  void thePreviewOfAVarianceIsNearIt(
      @ForAll StripFunction phi, @ForAll @DoubleRange(min = 0.05, max = 16) double q) {
    double square = of(phi, q, 1).function().square().toDouble();
    assertEquals(1, phi.variance(q) / square, 1e-6);
  }

  /** As many terms as the accuracy needs, and not twice as many. */
  @Property(tries = 30)
  void aValueHasTheTermsThatItsAccuracyNeeds(
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = 0.2, max = 2) double q,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double u) {
    BallArithmetic over = BallArithmetic.ofBits(80);
    Ball at = Ball.exact(u);
    HermiteExpansion expansion = HermiteExpansion.at(phi, Ball.exact(q), at, over);
    HermiteSeries series = expansion.function();
    assertTrue(series.value(over, at, series).radius().binaryOrder() < -54);
    assertTrue(series.terms() < 1000);
    HermiteSeries half = firstOf(series, series.terms() / 2);
    if (series.terms() > 20) {
      assertTrue(half.value(over, at, half).radius().binaryOrder() > -76);
    }
    List<Ball> dual = series.dual(over);
    assertEquals(series.terms(), dual.size());
    for (int n = 0; n < dual.size(); n++) {
      assertTrue(dual.get(n).overlaps(over.square(series.coefficients().get(n))));
    }
  }

  private static HermiteSeries firstOf(HermiteSeries series, int terms) {
    return new HermiteSeries(series.coefficients().subList(0, terms), series.square());
  }

  /** The number of coefficients is rounded up, by a quarter at the most or to eight. */
  @Property(tries = 30)
  void aFewCoefficientsMoreAreKeptForNextTime(@ForAll @IntRange(min = 1, max = 120) int terms) {
    int known = of(StripFunction.TANH, 1, terms).function().terms();
    assertTrue(known >= terms && known < terms + Math.max(8, terms / 4), known + " for " + terms);
    assertEquals(known - 1, of(StripFunction.TANH, 1, terms).slope().terms());
  }
}

package dev.zonal.spectrum.multisphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.kernel.OneLayerTerm.Basis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eigenvalues of patches as integrals of Bessel functions. */
class BesselIntegralTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(70);

  /** For odd C there is a closed form. */
  @Property(tries = 8)
  void the_closed_form_agrees(
      @ForAll("functions") Basis function,
      @ForAll @IntRange(min = 1, max = 3) int half,
      @ForAll @Size(min = 2, max = 4) List<@IntRange(max = 5) Integer> degrees) {
    List<Integer> fitting = fitting(function, degrees);
    Ball integral = new BesselIntegral(function, 2 * half + 1, fitting).enclose(BALLS);
    Ball closed = CornerSum.of(function, 2 * half + 1, fitting).enclose(BallArithmetic.ofBits(500));
    assertTrue(integral.overlaps(closed), () -> fitting + ": " + integral + " and " + closed);
    assertTrue(integral.accuracyBits() >= 70);
  }

  /** For two pixels there is a series. */
  @Property(tries = 5)
  void the_series_of_two_pixels_agrees(
      @ForAll("functions") Basis function,
      @ForAll @IntRange(min = 2, max = 8) int channels,
      @ForAll @Size(2) List<@IntRange(max = 9) Integer> degrees) {
    List<Integer> fitting = fitting(function, degrees);
    Ball integral = new BesselIntegral(function, channels, fitting).enclose(BALLS);
    Ball series =
        new PixelPairSeries(function, channels, fitting.get(0), fitting.get(1)).enclose(BALLS);
    assertTrue(integral.overlaps(series), () -> fitting + ": " + integral + " and " + series);
  }

  @Property(tries = 3)
  void a_higher_precision_encloses_the_same_number(
      @ForAll("functions") Basis function,
      @ForAll @Size(min = 3, max = 3) List<@IntRange(max = 6) Integer> degrees) {
    BesselIntegral integral = new BesselIntegral(function, 4, fitting(function, degrees));
    Ball fine = integral.enclose(BallArithmetic.ofBits(160));
    assertTrue(integral.enclose(BALLS).overlaps(fine));
    assertTrue(fine.accuracyBits() >= 160);
  }

  /** By mpmath: 2/pi^2 times the integral of Bessel functions, and tensor quadrature. */
  @ParameterizedTest
  @CsvSource({"1, 0.0000136977210598618", "0, 0.0000656377906902119"})
  void four_channels_and_three_pixels(int degree, String expected) {
    Basis function = degree == 1 ? Basis.KAPPA_1 : Basis.U_KAPPA_0;
    Ball value = new BesselIntegral(function, 4, List.of(2, 1, 1)).enclose(BALLS);
    Rational distance =
        value.center().toFraction().subtract(Rational.of(new BigDecimal(expected))).abs();
    assertTrue(distance.compareTo(Rational.of(new BigDecimal("1e-19"))) < 0, value::toString);
  }

  /** I_nu K_(nu+1) + I_(nu+1) K_nu = 1/t, nu = 0. */
  @Property(tries = 30)
  void the_wronskian_is_that_of_bessel_functions(@ForAll @IntRange(min = 8, max = 90) int start) {
    Rational t = Rational.of(start);
    Ball zero = LargeArgument.ofBessel(BALLS, Rational.ZERO, 1, t).atStart();
    Ball one = LargeArgument.ofBessel(BALLS, Rational.ONE, 1, t).atStart();
    Ball first = BALLS.multiply(zero, LargeArgument.ofMacdonald(BALLS, 1, t).atStart());
    Ball second = BALLS.multiply(one, LargeArgument.ofMacdonald(BALLS, 0, t).atStart());
    // sqrt(pi/(2t)) e^-t sqrt(1/(2 pi t)) e^t = 1/(2t).
    Ball wronskian = BALLS.add(first, second);
    assertTrue(wronskian.contains(Rational.of(2)), wronskian::toString);
    assertTrue(start < 60 || wronskian.accuracyBits() > 50, wronskian::toString);
  }

  /** The power series of I_nu, at the start and beyond. */
  @Property(tries = 40)
  void the_power_series_lies_in_the_expansion(
      @ForAll @IntRange(max = 24) int twice, @ForAll @IntRange(min = 16, max = 60) int start) {
    Rational nu = Rational.of(twice, 2);
    LargeArgument expansion = LargeArgument.ofBessel(BALLS, nu, 3, Rational.of(3L * start));
    Ball series = scaledBessel(nu, start);
    assertTrue(expansion.atStart().overlaps(series), () -> expansion.atStart() + " " + series);
    // At s = 2S, S/s = 1/2.
    Ball sum = BALLS.of(0);
    for (int j = 0; j < expansion.coefficients().size(); j++) {
      sum = BALLS.add(sum, expansion.coefficients().get(j).shifted(-j));
    }
    Ball beyond = sum.inflate(expansion.error());
    assertTrue(beyond.overlaps(scaledBessel(nu, 2 * start)));
  }

  /** What the terms that are kept leave, without the rounding of their sum. */
  @Property(tries = 20)
  void the_error_is_what_the_terms_leave(
      @ForAll @IntRange(min = 1, max = 8) int nu, @ForAll @IntRange(min = 40, max = 60) int start) {
    LargeArgument expansion =
        LargeArgument.ofBessel(BallArithmetic.ofBits(24), Rational.of(nu), 1, Rational.of(start));
    Rational alpha = Rational.of(2L * nu - 1, 2);
    Rational term = Rational.ONE;
    Rational sum = Rational.ZERO;
    for (int j = 0; j < expansion.coefficients().size(); j++) {
      sum = sum.add(term);
      Rational above = alpha.negate().add(j).multiply(alpha.add(j + 1L));
      term = term.multiply(above).divide(Rational.of(2L * (j + 1) * start));
    }
    Rational left = scaledBessel(Rational.of(nu), start).center().toFraction().subtract(sum).abs();
    assertTrue(left.compareTo(expansion.error().upper()) <= 0, expansion::toString);
  }

  /** sqrt(2 pi t) e^-t I_nu(t) by its power series. */
  private static Ball scaledBessel(Rational nu, int t) {
    BallArithmetic over = BallArithmetic.ofBits(400);
    Ball half = over.of(Rational.of(t, 2));
    Ball term =
        over.divide(
            over.power(half, nu),
            GammaQuotient.ONE.gamma(nu.add(1).multiply(2).longValue()).in(over));
    Ball sum = over.of(0);
    for (int j = 0; j < 20 * t + 200; j++) {
      sum = over.add(sum, term);
      Rational below = nu.add(j + 1L).multiply(j + 1L);
      term = over.scale(term, Rational.of((long) t * t, 4).divide(below));
    }
    Ball root = over.sqrt(over.scale(over.pi(), Rational.of(2L * t)));
    return over.multiply(over.multiply(root, over.exp(over.of(-t))), sum);
  }

  /** The integral of s^-3 (1 + S/s) from S = 2 on is 1/8 + 1/12. */
  @Example
  void powersAreIntegrated() {
    LargeArgument one = new LargeArgument(BALLS, List.of(BALLS.of(1), BALLS.of(1)), BALLS.of(0));
    Ball integral = one.integral(Rational.of(3));
    Rational expected = Rational.of(1, 2).add(Rational.of(1, 3));
    assertTrue(integral.contains(expected));
    Ball near =
        new LargeArgument(BALLS, one.coefficients(), BALLS.of(Rational.of(1, 10)))
            .integral(Rational.of(3));
    assertTrue(near.contains(expected.add(Rational.of(1, 20))));
  }

  /** The product of what two functions are at the most. */
  @Example
  void theErrorsOfAProductAreThoseOfItsFactors() {
    List<Ball> numbers = List.of(BALLS.of(2), BALLS.of(1));
    LargeArgument wide = new LargeArgument(BALLS, numbers, BALLS.of(Rational.of(1, 5)));
    LargeArgument one =
        new LargeArgument(BALLS, List.of(BALLS.of(1)), BALLS.of(Rational.of(1, 10)));
    Rational most = Rational.of(11, 10).multiply(Rational.of(16, 5));
    assertTrue(one.times(wide).atStart().contains(most));
    assertTrue(wide.times(one).atStart().contains(most));
    assertTrue(one.plus(wide).atStart().contains(Rational.of(43, 10)));
    assertTrue(wide.timesInverse(Rational.of(3)).atStart().contains(Rational.of(48, 5)));
  }

  @Example
  void whatTheExpansionsDoNotReachIsRefused() {
    assertThrows(
        DomainException.class,
        () -> LargeArgument.ofBessel(BALLS, Rational.of(9), 1, Rational.of(10)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BesselIntegral(Basis.KAPPA_0, 4, List.of(1, 1, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BesselIntegral(Basis.KAPPA_1, 4, List.of(1, 1, 1)));
    String reason =
        assertThrows(
                DomainException.class,
                () -> new BesselIntegral(Basis.KAPPA_1, 4, List.of(4000, 4000)).enclose(BALLS))
            .getMessage();
    assertTrue(reason.startsWith("the integral of Bessel functions up to "), reason);
  }

  /** The last degree one more where the parity needs it. */
  private static List<Integer> fitting(Basis function, List<Integer> degrees) {
    List<Integer> fitting = new ArrayList<>(degrees);
    boolean isOdd = degrees.stream().mapToInt(k -> k).sum() % 2 == 1;
    if (isOdd != function.equals(Basis.KAPPA_0)) {
      fitting.set(0, fitting.get(0) + 1);
    }
    assertEquals(degrees.size(), fitting.size());
    return fitting;
  }

  @Provide
  Arbitrary<Basis> functions() {
    return Arbitraries.of(Basis.KAPPA_0, Basis.KAPPA_1, Basis.U_KAPPA_0);
  }
}

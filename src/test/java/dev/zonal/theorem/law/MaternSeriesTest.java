package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Parity;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The law of the Matern kernels, docs/theory.md, Proposition 12.14. */
class MaternSeriesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Optional<UniformExpansion> expansion(
      int d, Rational nu, Rational c, Parity parity, long k) {
    return Asymptotics.of(Spectrum.of(new BesselMaternKernel(nu, c), d)).from(parity, k, 200);
  }

  @Property(tries = 40)
  void noEigenvalueIsFurtherFromTheTermsThanTheBoundSays(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 1, max = 40) int tenths,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 1, max = 40) int k) {
    Rational c = Rational.of(tenths, 10);
    Optional<UniformExpansion> proved = expansion(d, nu, c, parity, k);
    proved.ifPresent(
        expansion -> {
          for (long at = expansion.from(); at < 4L * expansion.from() + 20; at += 2) {
            Ball eta = ExactSpectra.of(new BesselMaternKernel(nu, c), d).get().at(at).enclose(OVER);
            Ball terms =
                OVER.multiply(expansion.leadingTerm(OVER, at), expansion.relativeSum(OVER, at));
            Ball distance =
                OVER.divide(OVER.subtract(eta, terms), expansion.leadingTerm(OVER, at)).abs();
            assertTrue(
                !distance.certainlyGreater(expansion.restAt(at)),
                distance + " beyond " + expansion.restAt(at) + " at " + at);
          }
        });
  }

  @Property(tries = 30)
  void theConstantIsOneFormulaForEverySmoothness(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 1, max = 40) int tenths) {
    Rational c = Rational.of(tenths, 10);
    Ball constant =
        Asymptotics.of(Spectrum.of(new BesselMaternKernel(nu, c), d))
            .constant(Parity.ODD, 150)
            .orElseThrow();
    GammaFunction gamma = new GammaFunction(OVER);
    Ball quotient = OVER.divide(gamma.gamma(nu.add(Rational.of(d - 1, 2))), gamma.gamma(nu));
    Ball outer = GammaQuotient.ONE.timesPowerOfTwo(d - 2).timesPowerOfSqrtPi(-1).gamma(d).in(OVER);
    Ball formula =
        OVER.multiply(OVER.multiply(outer, quotient), OVER.power(OVER.of(c), nu.multiply(2)));
    assertTrue(constant.overlaps(formula), constant + ", " + formula);
    assertTrue(constant.accuracyBits() > 100);
  }

  @Test
  void theBoundIsNotAFarCryFromTheRest() {
    for (String nu : new String[] {"7/10", "1", "2", "9/4"}) {
      UniformExpansion expansion =
          expansion(3, Rational.parse(nu), Rational.ONE, Parity.EVEN, 20).orElseThrow();
      Ball eta =
          ExactSpectra.of(new BesselMaternKernel(Rational.parse(nu), Rational.ONE), 3)
              .get()
              .at(20)
              .enclose(OVER);
      Ball terms = OVER.multiply(expansion.leadingTerm(OVER, 20), expansion.relativeSum(OVER, 20));
      Ball distance = OVER.divide(OVER.subtract(eta, terms), expansion.leadingTerm(OVER, 20)).abs();
      assertTrue(
          OVER.multiply(distance, Ball.exact(3)).certainlyGreater(expansion.rest()),
          nu + ": " + distance + ", " + expansion.rest());
    }
  }

  @Test
  void theExpansionBeginsWhereTheHypothesesHold() {
    // N = k0 - nu = 1 < J = 2
    assertEquals(Optional.empty(), expansion(3, Rational.of(7), Rational.ONE, Parity.EVEN, 8));
    assertTrue(expansion(3, Rational.of(7), Rational.of(1, 9), Parity.ODD, 9).isPresent());
    // k0 is below nu
    assertEquals(Optional.empty(), expansion(3, Rational.of(7), Rational.ONE, Parity.EVEN, 6));
    // the step is about 0.4 at k0 = 3, where nothing else is wrong
    Rational nu = Rational.of(1, 7);
    assertEquals(Optional.empty(), expansion(6, nu, Rational.ONE, Parity.ODD, 3));
    assertTrue(expansion(6, nu, Rational.ONE, Parity.ODD, 5).isPresent());
    // c^2/((k0+1) (k0+1-nu)) is above 1/4 times the growth
    assertEquals(Optional.empty(), expansion(3, Rational.of(1), Rational.of(9), Parity.EVEN, 10));
    assertTrue(expansion(3, Rational.of(1), Rational.of(9), Parity.EVEN, 100).isPresent());
  }

  /** Proposition 12.14 for one kernel, from k0 on, with J = 2. */
  private record Statement(int d, Rational nu, Rational c, long from) {
    /** N. */
    long beyond() {
      return nu.subtract(from).floor().negate().longValueExact();
    }

    private Rational shifted(long k) {
      return Rational.of(2 * k + d - 2, 2);
    }

    private Rational fourth(long k) {
      return shifted(k).divide(shifted(from)).pow(4);
    }

    /** |Lambda_k(s_j)|. */
    private Ball lambda(long k, long j) {
      return ChordPowerSpectrum.singular(d, nu.add(j).multiply(2)).at(k).enclose(OVER).abs();
    }

    /** 1/(j! (1 + nu)_j). */
    private Rational weight(long j, Rational nu) {
      Rational weight = Rational.ONE;
      for (long i = 1; i <= j; i++) {
        weight = weight.divide(i).divide(nu.add(i));
      }
      return weight;
    }

    boolean holds() {
      Rational beyond = Rational.of(from).subtract(nu);
      if (beyond.compareTo(2) < 0) {
        return false;
      }
      Rational step = nu.add(from + d - 1L).divide(beyond);
      Rational ratio = c.pow(2).divide(from + 1).divide(beyond.add(1));
      return ratio.multiply(fourth(from + 1)).multiply(step).compareTo(Rational.of(1, 4)) < 0;
    }

    Ball sum() {
      Ball sum = Ball.exact(0);
      for (long j = 2; j < beyond(); j++) {
        Rational weight = c.divide(2).pow((int) (2 * j)).multiply(weight(j, nu));
        sum = OVER.add(sum, OVER.scale(lambda(from, j), weight));
      }
      return OVER.divide(sum, lambda(from, 0));
    }

    /** Z. */
    Ball beyondAll() {
      long next = nu.add(beyond()).floor().longValueExact() + 1;
      Rational weight = c.pow((int) (2 * beyond())).multiply(weight(beyond(), nu));
      Ball x = OVER.scale(OVER.power(OVER.of(2), nu.multiply(2)), weight);
      Ball first = OVER.divide(OVER.scale(x, fourth(next)), lambda(next, 0));
      return nu.isInteger()
          ? OVER.multiply(first, OVER.add(bracket(), OVER.of(3)))
          : OVER.add(OVER.scale(first, Rational.of(2)), evenPowers());
    }

    /** |2 log(c/2) - psi(N+1) - psi(k0+1)|, by harmonic numbers. */
    private Ball bracket() {
      Rational harmonic = Rational.ZERO;
      for (long i = 1; i <= from; i++) {
        Rational inverse = Rational.of(1, i);
        harmonic = harmonic.add(i <= beyond() ? inverse.multiply(2) : inverse);
      }
      Ball twiceLog = OVER.scale(OVER.log(OVER.of(c.divide(2))), Rational.of(2));
      Ball twiceEuler = OVER.scale(EULER, Rational.of(-2));
      Ball psis = OVER.add(twiceEuler, OVER.of(harmonic));
      return OVER.subtract(twiceLog, psis).abs();
    }

    private Ball evenPowers() {
      GammaFunction gamma = new GammaFunction(OVER);
      Rational size = c.pow((int) (2 * from)).multiply(weight(from, nu.negate())).multiply(2).abs();
      Ball c0 =
          OVER.multiply(
              OVER.divide(
                  gamma.gamma(Rational.ONE.subtract(nu)), gamma.gamma(nu.add(Rational.ONE))),
              OVER.power(OVER.of(c.divide(2)), nu.multiply(2)));
      return OVER.divide(OVER.of(size), OVER.multiply(c0.abs(), lambda(from, 0)));
    }
  }

  private static final Ball EULER =
      OVER.of(
          Rational.of(new BigDecimal("0.5772156649015328606065120900824024310421593359399236")));

  /** A sum that is cut off is larger by 2^-39 of the first term at most. */
  @Property(tries = 30)
  void theRestIsThatOfTheProposition(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll("rates") Rational c,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 1, max = 40) int k) {
    assertIsThatOfTheProposition(d, nu, c, parity, k);
  }

  @Test
  void theExpansionBeginsWhereTheStepIsSmallEnough() {
    for (String nu : new String[] {"1/7", "1", "9/4"}) {
      for (String c : new String[] {"1", "2", "5/2", "4"}) {
        for (int k = 1; k <= 14; k++) {
          Rational smoothness = Rational.parse(nu);
          assertIsThatOfTheProposition(2, smoothness, Rational.parse(c), Parity.of(k), k);
          assertIsThatOfTheProposition(6, smoothness, Rational.parse(c), Parity.of(k), k);
        }
      }
    }
  }

  private static void assertIsThatOfTheProposition(
      int d, Rational nu, Rational c, Parity parity, long k) {
    Statement statement = new Statement(d, nu, c, parity.firstFrom(k));
    Optional<UniformExpansion> found = expansion(d, nu, c, parity, k);
    boolean holds = statement.holds() && !statement.sum().certainlyGreater(Ball.exact(1));
    assertEquals(holds, found.isPresent(), statement::toString);
    if (holds) {
      Ball rest = OVER.add(statement.sum(), statement.beyondAll());
      Rational expected = rest.midpoint().lower();
      Rational upper = found.get().rest().upper();
      assertTrue(upper.compareTo(expected) >= 0, () -> upper + " below " + expected);
      Rational little = expected.divide(1 << 20).add(Rational.of(1, 1L << 38));
      assertTrue(upper.compareTo(expected.add(little)) <= 0, () -> statement + ": " + upper);
      assertEquals(Rational.of(4), found.get().order());
      assertEquals(2, found.get().terms().size());
      assertTrue(found.get().leading().accuracyBits() > 190);
      assertEquals(statement.from(), found.get().from());
    }
  }

  @Provide
  Arbitrary<Rational> rates() {
    return Arbitraries.of("1/10", "1", "5/2", "8", "40").map(Rational::parse);
  }

  @Provide
  Arbitrary<Rational> smoothnesses() {
    return Arbitraries.of("1/7", "1/3", "7/10", "1", "9/8", "2", "9/4", "3", "14/3", "7")
        .map(Rational::parse);
  }
}

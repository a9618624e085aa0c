package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.spectrum.tail.RationalAngle;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the spectra compute exactly, and what they must not claim to know. */
class ExactPartsTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);
  private static final RationalKnowledge KNOWN = RationalKnowledge.ARITHMETIC;
  private static final Optional<Rational> UNKNOWN = Optional.empty();
  private static final Optional<Rational> ZERO = Optional.of(Rational.ZERO);
  private static final Optional<Rational> ONE = Optional.of(Rational.ONE);

  private static Optional<Rational> known(long n, long m) {
    return Optional.of(Rational.of(n, m));
  }

  @Property(tries = 200)
  void gammaOfHalvesObeysItsRecurrence(
      @ForAll @IntRange(min = -41, max = 200) int twice,
      @ForAll @IntRange(min = 0, max = 40) int n) {
    if (twice < 2 && twice % 2 == 0) {
      assertThrows(ArithmeticException.class, () -> GammaQuotient.ONE.gamma(twice));
      return;
    }
    // Gamma(x+1)/Gamma(x) = x and (x)_n = Gamma(x+n)/Gamma(x)
    PiRational step = GammaQuotient.ONE.gamma(twice + 2L).dividedByGamma(twice).exact();
    assertEquals(PiRational.of(Rational.of(twice, 2)), step);
    PiRational rising = GammaQuotient.ONE.rising(twice, n).exact();
    assertEquals(GammaQuotient.ONE.gamma(twice + 2L * n).dividedByGamma(twice).exact(), rising);
    assertEquals(
        PiRational.of(Rational.ONE),
        GammaQuotient.ONE.rising(twice, n).dividedByRising(twice, n).exact());
    assertTrue(GammaQuotient.ONE.rising(twice, n).in(OVER).contains(rising.coefficient()));
  }

  @Example
  void aRisingFactorialThatVanishesIsRefused() {
    for (int x = 0; x >= -5; x--) {
      long twice = 2L * x;
      long vanishing = 1L - x;
      assertThrows(ArithmeticException.class, () -> GammaQuotient.ONE.rising(twice, vanishing));
      if (vanishing > 1) {
        Rational value = Rational.ONE;
        for (long i = x; i < 0; i++) {
          value = value.multiply(Rational.of(i));
        }
        assertEquals(PiRational.of(value), GammaQuotient.ONE.rising(twice, vanishing - 1).exact());
      }
    }
  }

  @Example
  void gammaAtTheHalfAndItsSquareAreRootsAndMultiplesOfPi() {
    GammaQuotient half = GammaQuotient.ONE.gamma(1);
    assertThrows(ArithmeticException.class, half::exact);
    assertFalse(half.isWritable());
    assertEquals(new PiRational(Rational.ONE, 1), half.gamma(1).exact());
    assertEquals(new PiRational(Rational.of(-2), 1), half.gamma(-1).exact());
    assertTrue(OVER.square(half.in(OVER)).overlaps(OVER.pi()));
  }

  @Property(tries = 100)
  void theMultiplicityIsADifferenceOfDimensionsOfPolynomials(
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @IntRange(min = 0, max = 80) int k,
      @ForAll @IntRange(min = 8, max = 200) int bits) {
    BigInteger expected = choose(k + d - 1, d - 1).subtract(choose(k + d - 3, d - 1));
    Ball ball = new Sphere(d).multiplicity(k, BallArithmetic.ofBits(bits));
    assertTrue(ball.contains(Rational.of(expected)), ball::toString);
  }

  private static BigInteger choose(int n, int m) {
    BigInteger result = BigInteger.ONE;
    if (n < m) {
      return BigInteger.ZERO;
    }
    for (int i = 1; i <= m; i++) {
      result = result.multiply(BigInteger.valueOf(n - m + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }

  @Example
  void whatIsNotKnownStaysUnknown() {
    Optional<Rational> two = known(2, 1);
    assertEquals(UNKNOWN, KNOWN.pi());
    assertEquals(UNKNOWN, KNOWN.add(UNKNOWN, two));
    assertEquals(UNKNOWN, KNOWN.subtract(two, UNKNOWN));
    assertEquals(UNKNOWN, KNOWN.add(UNKNOWN, ZERO));
    assertEquals(UNKNOWN, KNOWN.subtract(UNKNOWN, UNKNOWN));
    assertEquals(UNKNOWN, KNOWN.multiply(UNKNOWN, ONE));
    assertEquals(UNKNOWN, KNOWN.divide(ZERO, UNKNOWN));
    assertEquals(UNKNOWN, KNOWN.divide(UNKNOWN, two));
    assertEquals(UNKNOWN, KNOWN.sqrt(UNKNOWN));
    for (long[] p : new long[][] {{2, 1}, {1, 2}, {8, 9}, {4, 3}}) {
      assertEquals(UNKNOWN, KNOWN.sqrt(known(p[0], p[1])));
    }
    for (Optional<Rational> x : List.of(two, known(1, 2), UNKNOWN)) {
      assertEquals(UNKNOWN, KNOWN.exp(x));
      assertEquals(UNKNOWN, KNOWN.log(x));
      assertEquals(UNKNOWN, KNOWN.sin(x));
      assertEquals(UNKNOWN, KNOWN.cos(x));
      assertEquals(UNKNOWN, KNOWN.asin(x));
      assertEquals(UNKNOWN, KNOWN.power(x, Rational.of(1, 3)));
      assertEquals(UNKNOWN, KNOWN.arcCosineDefect(x, x, x));
    }
    assertEquals(UNKNOWN, KNOWN.exp(ONE));
    assertEquals(UNKNOWN, KNOWN.cos(ONE));
    assertEquals(UNKNOWN, KNOWN.power(UNKNOWN, 3));
    assertEquals(UNKNOWN, KNOWN.power(known(2, 1), 1L << 40));
  }

  @Example
  void whatIsKnownIsRight() {
    assertEquals(ZERO, KNOWN.multiply(UNKNOWN, ZERO));
    assertEquals(ZERO, KNOWN.multiply(ZERO, UNKNOWN));
    assertEquals(known(3, 2), KNOWN.sqrt(known(9, 4)));
    assertEquals(ZERO, KNOWN.sqrt(ZERO));
    assertEquals(ONE, KNOWN.exp(ZERO));
    assertEquals(ONE, KNOWN.cos(ZERO));
    assertEquals(ZERO, KNOWN.sin(ZERO));
    assertEquals(ZERO, KNOWN.asin(ZERO));
    assertEquals(ZERO, KNOWN.log(ONE));
    assertEquals(ZERO, KNOWN.power(ZERO, Rational.of(1, 3)));
    assertEquals(ONE, KNOWN.power(ONE, Rational.of(-1, 3)));
    assertEquals(known(8, 27), KNOWN.power(known(4, 9), Rational.of(3, 2)));
    assertEquals(known(1, 8), KNOWN.power(known(2, 1), -3));
    assertEquals(known(1, 6), KNOWN.multiply(known(1, 2), known(1, 3)));
    assertEquals(known(3, 2), KNOWN.divide(known(1, 2), known(1, 3)));
    assertEquals(known(1, 6), KNOWN.subtract(known(1, 2), known(1, 3)));
  }

  @Example
  void whatIsNotDefinedIsRefused() {
    assertThrows(DomainException.class, () -> KNOWN.divide(ONE, ZERO));
    assertThrows(DomainException.class, () -> KNOWN.divide(UNKNOWN, ZERO));
    assertThrows(DomainException.class, () -> KNOWN.sqrt(known(-1, 4)));
    assertThrows(DomainException.class, () -> KNOWN.log(ZERO));
    assertThrows(DomainException.class, () -> KNOWN.log(known(-1, 1)));
    assertThrows(DomainException.class, () -> KNOWN.power(ZERO, -1));
    assertThrows(DomainException.class, () -> KNOWN.power(ZERO, Rational.of(-1, 3)));
  }

  @Example
  void theAnglesWithRationalValuesHaveThem() {
    for (int sixths : new int[] {0, 2, 3, 4, 6}) {
      Rational u =
          sixths == 0 ? Rational.ONE : sixths == 6 ? Rational.of(-1) : Rational.of(3 - sixths, 2);
      assertEquals(known(6 - sixths, 6), new RationalAngle(u).kappa0());
    }
    RationalAngle third = new RationalAngle(Rational.of(1, 3));
    assertEquals(UNKNOWN, third.kappa0());
    assertEquals(UNKNOWN, third.kappa1());
    assertEquals(UNKNOWN, third.theta());
    assertEquals(UNKNOWN, third.chord());
    assertEquals(UNKNOWN, new RationalAngle(Rational.ZERO).kappa1());
    assertEquals(ONE, new RationalAngle(Rational.ONE).kappa1());
    assertEquals(ZERO, new RationalAngle(Rational.of(-1)).kappa1());
    assertEquals(known(1, 1), new RationalAngle(Rational.of(1, 2)).chord());
    assertEquals(known(2, 3), third.versine());
    // through a layer: c + (1 - a - c) u + a kappa_1(u)
    assertEquals(
        known(-1, 4),
        new RationalAngle(Rational.of(-1)).throughLayer(1, known(1, 2), known(1, 8)).cosine());
    assertEquals(UNKNOWN, third.throughLayer(1, known(1, 2), known(1, 8)).cosine());
    assertEquals(known(1, 3), third.throughLayer(1, ZERO, ZERO).cosine());
    assertEquals(ONE, new RationalAngle(Rational.ONE).throughLayer(1, UNKNOWN, UNKNOWN).cosine());
  }

  @Example
  void aSumOfDifferentPowersOfPiIsNotJoined() {
    PiRational third = new PiRational(Rational.of(1, 3), 0);
    PiRational overPi = new PiRational(Rational.of(1, 3), -1);
    assertTrue(third.add(overPi).isEmpty());
    assertTrue(overPi.rational().isEmpty());
    assertEquals(Optional.of(third), third.add(PiRational.ZERO));
    assertEquals(Optional.of(overPi), PiRational.ZERO.add(overPi));
    assertEquals(new PiRational(Rational.of(1, 9), -1), third.multiply(overPi));
    assertTrue(OVER.multiply(overPi.in(OVER), OVER.pi()).contains(Rational.of(1, 3)));
  }

  @Example
  void aRefinementEndsOnlyAtTheAccuracyAskedFor() {
    BallArithmetic over = BallArithmetic.ofBits(100);
    for (long lost : new long[] {60, 110, 300}) {
      List<Integer> asked = new ArrayList<>();
      Ball value =
          Refinement.until(
              over,
              0,
              a -> {
                asked.add(a.bits());
                return a.of(1).inflate(Ball.of(BigInteger.ONE, lost - a.bits(), 0, 0));
              });
      assertTrue(value.accuracyBits() >= 100 && asked.size() > 1, asked::toString);
    }
    assertThrows(
        DomainException.class,
        () -> Refinement.until(over, 0, a -> Ball.exact(1).inflate(Ball.exact(1))));
  }

  @Example
  void theParityOfAFrequencyFollowsFromItsRemainder() {
    assertEquals(4, Parity.EVEN.firstFrom(3));
    assertEquals(4, Parity.EVEN.firstFrom(4));
    assertEquals(5, Parity.ODD.firstFrom(4));
    assertEquals(Parity.ODD, Parity.of(7));
  }
}

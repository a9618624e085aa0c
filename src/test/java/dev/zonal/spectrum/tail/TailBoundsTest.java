package dev.zonal.spectrum.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.GivenRegions;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Formula;
import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The remainders of the tail and of the uniform tail against their formulas, term by term. */
class TailBoundsTest {
  private static final Map<String, OddExpansion> EXPANSIONS = new ConcurrentHashMap<>();

  /** Its odd part at the antipode has a radius of 0.14 only. */
  private static final String NARROW = "resntk:L=2,alpha=1/10";

  private static OddExpansion expansion(String kernel) {
    return EXPANSIONS.computeIfAbsent(
        kernel, k -> OddExpansion.of(AnalyticData.of(KernelSpecification.parse(k))));
  }

  private static List<TailRemainder.End> ends(OddExpansion expansion) {
    return expansion.oddEnds().get();
  }

  private static double height(OddExpansion expansion) {
    return expansion.data().rectangle().region().height();
  }

  @ParameterizedTest
  @ValueSource(strings = {NARROW, "resntk:L=2,alpha=1", "laplace:c=2", "fcntk:L=2"})
  void theRadiusOfATailIsTheSumOfBothSidesAndTheTop(String kernel) {
    OddExpansion expansion = expansion(kernel);
    double bound = expansion.data().rectangle().bound().get();
    for (int d : new int[] {2, 3, 4, 5, 10}) {
      for (long k : new long[] {4, 101}) {
        for (int terms : new int[] {0, 1, 3}) {
          double height = (terms == 1 ? 0.9 : 1) * height(expansion);
          Apfloat formula = TailRemainderTest.top(d, k, height, bound);
          Apfloat lambda = Formula.chordPower(d, k, 2L * terms + 1);
          for (TailRemainder.End end : ends(expansion)) {
            formula = formula.add(TailRemainderTest.side(end, terms, lambda, height));
          }
          TailExpansion tail = TailExpansion.of(expansion, d).get();
          Ball enclosure = tail.enclose(k, 300, new TailPlan(terms, height, 0));
          Formula.assertReaches(
              enclosure.radius(), formula, 26, kernel + ", d = " + d + ", k = " + k);
        }
      }
    }
  }

  @Test
  void aTailWithTooManyTermsOrAboveTheCertifiedHeightIsRefused() {
    OddExpansion expansion = expansion("laplace:c=2");
    TailExpansion tail = TailExpansion.of(expansion, 3).get();
    double height = height(expansion);
    assertThrows(DomainException.class, () -> tail.enclose(4, 60, new TailPlan(4, height, 0)));
    assertTrue(tail.enclose(4, 60, new TailPlan(3, height, 0)).radius().isPositive());
    TailPlan high = new TailPlan(3, Math.nextUp(height), 0);
    assertThrows(DomainException.class, () -> tail.enclose(4, 60, high));
  }

  @ParameterizedTest
  @CsvSource({
    "'resntk:L=2,alpha=1', 0.5, 1.9, 0.4",
    "'resntk:L=2,alpha=1', 1.99, 0.5, 0.4",
    "'resntk:L=2,alpha=1', 0.5, 0.5, 1.9"
  })
  void aRegionThatIsNotCertifiedRefusesBothTails(
      String kernel, double radius, double antipode, double height) {
    OddExpansion expansion =
        OddExpansion.of(
            GivenRegions.of(KernelSpecification.parse(kernel), radius, antipode, height));
    assertTrue(TailExpansion.of(expansion, 3).refusal().isPresent());
    assertTrue(UniformTail.of(expansion, 3, Parity.EVEN, 1000).isEmpty());
    OddExpansion certified =
        OddExpansion.of(GivenRegions.of(KernelSpecification.parse(kernel), 0.5, 0.5, 0.4));
    assertTrue(UniformTail.of(certified, 3, Parity.EVEN, 1000).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "'laplace:c=1', 1",
    "'resntk:L=2,alpha=1', 2",
    "'resntk:L=2,alpha=1/10', 2",
    "'gaussian:c=1', 0"
  })
  void theEndsOfATailAreThoseWithAnOddPart(String kernel, int count) {
    assertEquals(count, expansion(kernel).oddEnds().get().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'laplace:c=1', 1",
    "'matern:nu=3/2,c=1', 3",
    "'matern:nu=5/2,c=1', 5",
    "'resnngp:L=2,alpha=1', 3",
    "'fcntk:L=2,beta=1', 1",
    "'gaussian:c=1', 1"
  })
  void noOddCoefficientBelowTheLeastExponentIsAnythingButZero(String kernel, int least) {
    OddExpansion expansion = expansion(kernel);
    assertEquals(least, expansion.leastExponent());
    OddExpansion.Coefficients odd = expansion.coefficients(100, 4);
    for (int j = 0; 2 * j + 1 < least; j++) {
      assertTrue(odd.atCoincidence().get(j).isExact() && odd.atCoincidence().get(j).containsZero());
      assertTrue(odd.atAntipode().get(j).isExact() && odd.atAntipode().get(j).containsZero());
    }
    if (!expansion.isEven()) {
      int j = (least - 1) / 2;
      assertFalse(
          odd.atCoincidence().get(j).containsZero() && odd.atAntipode().get(j).containsZero());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'laplace:c=1', 2, 9",
    "'laplace:c=1', 3, 40",
    "'laplace:c=1', 5, 41",
    "'resntk:L=2,alpha=1', 2, 30",
    "'resntk:L=2,alpha=1', 3, 31",
    "'resntk:L=2,alpha=1', 4, 80",
    "'resntk:L=2,alpha=1/10', 2, 90",
    "'resntk:L=2,alpha=1/10', 3, 200",
    "'resntk:L=2,alpha=1/10', 10, 400",
    "'matern:nu=3/2,c=1', 3, 12",
    "'matern:nu=3/2,c=2', 10, 50",
    "'resnngp:L=2,alpha=1', 3, 60",
    "'fcntk:L=2', 5, 60"
  })
  void theRestOfAUniformTailIsTheFormulaOfItsTheorem(String kernel, int d, long from) {
    OddExpansion expansion = expansion(kernel);
    for (Parity parity : Parity.values()) {
      UniformTail tail = UniformTail.of(expansion, d, parity, from).orElseThrow();
      Formula.assertReaches(tail.rest(), restByTheorem(expansion, tail), 30, kernel + parity);
    }
  }

  /** Y of Theorem 12.3 for the first J after which it grows. */
  private static Apfloat restByTheorem(OddExpansion expansion, UniformTail tail) {
    int d = tail.dimension();
    long k = tail.from();
    int s = tail.exponent();
    double height = height(expansion);
    double bound = expansion.data().rectangle().bound().get();
    Apfloat lambda = Formula.chordPower(d, k, s);
    Apfloat c = Formula.of(absolute(coefficient(expansion, tail, s)));
    Apfloat ratio = Formula.chordPower(d, k, s + 2L).divide(lambda);
    Apfloat top =
        TailRemainderTest.top(d, k, height, bound).divide(c.multiply(lambda).multiply(ratio));
    Apfloat kept = Formula.of(0);
    Apfloat best = null;
    Apfloat quotient = Formula.of(1);
    for (int n = s + 4; n + 2 < 2 * k; n += 2) {
      // Lemma 12.1, from n - 2 to n
      Rational below = Rational.of(2 * k - n).multiply(Rational.of(2 * k + n + 2L * d - 4));
      Rational step = Rational.of(4L * n * (n + d - 3)).divide(below);
      quotient = quotient.multiply(Formula.of(step));
      Apfloat total = kept.add(top);
      for (TailRemainder.End end : ends(expansion)) {
        total = total.add(TailRemainderTest.side(end, (n - 1) / 2, quotient, height).divide(c));
      }
      if (best != null && total.compareTo(best) >= 0) {
        return best;
      }
      best = total;
      Apfloat kernelCoefficient = Formula.of(absolute(coefficient(expansion, tail, n)));
      kept = kept.add(kernelCoefficient.divide(c).multiply(quotient));
    }
    return best;
  }

  private static Rational coefficient(OddExpansion expansion, UniformTail tail, int n) {
    OddExpansion.Coefficients odd = expansion.coefficients(256, (n + 1) / 2);
    BallArithmetic over = BallArithmetic.ofBits(300);
    Ball a = odd.atCoincidence().get((n - 1) / 2);
    Ball b = odd.atAntipode().get((n - 1) / 2);
    Ball c = tail.parity() == Parity.EVEN ? over.add(a, b) : over.subtract(a, b);
    return c.midpoint().upper();
  }

  private static Rational absolute(Rational x) {
    return x.signum() < 0 ? x.negate() : x;
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 5", "3, 1, 20", "4, 3, 9", "5, 5, 12", "10, 1, 50", "50, 3, 100"})
  void theTopDecreasesExactlyWhereTheTheoremSaysSo(int d, int s, long k) {
    // K0, K0 + 1 and s + d doubled
    long twice = 2 * k + d - 2;
    Rational growth =
        Rational.of(twice + 2, twice)
            .pow(2)
            .multiply(Rational.of((twice + 2) * (twice + 2) - (long) (s + d) * (s + d)))
            .divide(Rational.of(twice * twice - (long) (s + d) * (s + d)))
            .multiply(Rational.of(2 * k + s + 2L * d - 2, 2 * k - s));
    double critical = ApfloatMath.log(Formula.of(growth)).doubleValue();
    assertTrue(UniformTail.topDecreases(d, k, s, critical * (1 + 1e-9)));
    assertFalse(UniformTail.topDecreases(d, k, s, critical * (1 - 1e-9)));
  }

  @Test
  void theTopIsNotSaidToDecreaseWhereTheRatiosHaveAPole() {
    // 4 K0^2 = (s + d)^2 at k0 = s/2 + 1, and below it the quotient may be small by its sign
    for (int d : new int[] {2, 3, 10}) {
      for (int s : new int[] {1, 3, 9}) {
        for (long k = 1; k <= s / 2 + 1; k++) {
          assertFalse(UniformTail.topDecreases(d, k, s, 50), d + ", " + s + ", " + k);
        }
      }
    }
    assertFalse(UniformTail.topDecreases(2, 2, 4, 50));
    assertFalse(UniformTail.topDecreases(2, 3, 4, 50));
  }

  @Test
  void aUniformTailFromTooSmallAFrequencyIsRefused() {
    OddExpansion narrow = expansion(NARROW);
    for (Parity parity : Parity.values()) {
      assertTrue(UniformTail.of(narrow, 3, parity, 20).isEmpty());
      for (long k = 0; k < 3; k++) {
        assertTrue(UniformTail.of(expansion("laplace:c=1"), 2, parity, k).isEmpty());
      }
      assertTrue(UniformTail.of(expansion("matern:nu=5/2,c=1"), 2, parity, 3).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 10, 1", "3, 11, 3", "4, 20, 5", "5, 21, 1", "10, 30, 3"})
  void theRelativeDistanceIsThatOfTheSumOfBothTerms(int d, long k, int s) {
    Rational below = Rational.of(2 * k - s - 2).multiply(Rational.of(2 * k + s + 2L * d - 2));
    Rational ratio = Rational.of(4L * (s + 2) * (s + d - 1)).divide(below);
    Formula.assertReaches(handMade(d, k, s, 1, 0, 0).ratio(), Formula.of(ratio), 60, "ratio");
    for (long[] pair : new long[][] {{0, 10}, {5, 0}, {-5, 0}, {-7, 3}, {7, 3}}) {
      Apfloat formula = Formula.of(ratio.multiply(Math.abs(pair[0]) + pair[1]));
      UniformTail tail = handMade(d, k, s, 1, pair[0], pair[1]);
      Formula.assertReaches(tail.relativeDistance(), formula, 60, tail);
    }
    // 1 +/- 4 and -1 +/- 4 reach to 5 and to -5
    for (long middle : new long[] {1, -1, 0}) {
      Ball wide = Ball.exact(middle).inflate(Ball.exact(4));
      UniformTail tail = new UniformTail(d, Parity.of(k), k, s, Ball.exact(1), wide, Ball.exact(0));
      Apfloat formula = Formula.of(ratio.multiply(4 + Math.abs(middle)));
      Formula.assertReaches(tail.relativeDistance(), formula, 28, tail);
    }
  }

  private static UniformTail handMade(int d, long k, int s, long c, long a, long y) {
    return new UniformTail(d, Parity.of(k), k, s, Ball.exact(c), Ball.exact(a), Ball.exact(y));
  }

  @Test
  void theSignOfATailIsThatOfTheLeadingCoefficientAndOfTheChordPower() {
    assertEquals(-1, handMade(3, 100, 1, 2, 1, 1).sign());
    assertEquals(1, handMade(3, 100, 1, -2, 1, 1).sign());
    assertEquals(1, handMade(3, 100, 3, 2, 1, 1).sign());
    assertEquals(-1, handMade(3, 100, 5, 2, 1, 1).sign());
  }

  @Test
  void thereIsNoSignWhereTheDistanceReachesOne() {
    UniformTail tail = handMade(3, 100, 1, -1, 0, 0);
    Rational inverse = Rational.ONE.divide(tail.ratio().upper());
    long least = inverse.numerator().divide(inverse.denominator()).longValue();
    assertEquals(1, handMade(3, 100, 1, -1, 0, least - 1).sign());
    assertEquals(0, handMade(3, 100, 1, -1, 0, least + 1).sign());
    assertEquals(0, handMade(3, 100, 1, -1, least + 1, 0).sign());
  }

  @Test
  void thereIsNoSignWhereTheLeadingCoefficientMayVanish() {
    for (long middle : new long[] {1, 0, -1}) {
      Ball leading = Ball.exact(middle).inflate(Ball.exact(2));
      UniformTail tail =
          new UniformTail(3, Parity.EVEN, 100, 1, leading, Ball.exact(0), Ball.exact(0));
      assertEquals(0, tail.sign(), () -> "leading " + leading);
    }
    assertEquals(0, handMade(3, 100, 1, 0, 0, 0).sign());
  }
}

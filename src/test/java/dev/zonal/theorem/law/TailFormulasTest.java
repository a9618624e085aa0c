package dev.zonal.theorem.law;

import static dev.zonal.theorem.law.TailFormulas.exact;
import static dev.zonal.theorem.law.TailFormulas.expansion;
import static dev.zonal.theorem.law.TailFormulas.fraction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.UniformExpansion.Term;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/**
 * Every bound that is made of a uniform expansion against its formula, evaluated apart: never below
 * it, and above by less than one part in 2^20.
 */
public class TailFormulasTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final Apfloat SLACK = new Apfloat("1e-6", 30);
  private static final Apfloat ROUNDING = new Apfloat("1e-17", 30);

  @Provide
  Arbitrary<UniformExpansion> expansions() {
    return TailFormulas.expansions();
  }

  @Test
  void severalTermsNeedALeadingOneThatDecaysLikeTheInverseOrFaster() {
    expansion(2, Parity.EVEN, 12, "0", "1", "-1/2", "1");
    expansion(2, Parity.EVEN, 12, "0", "1", "1", "1", "3", "1");
    expansion(3, Parity.EVEN, 12, "0", "1", "-1", "1", "3", "1");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> expansion(2, Parity.EVEN, 12, "0", "1", "-1/2", "1", "3", "1"));
    assertTrue(refusal.getMessage().contains("k^-1/2"), refusal::getMessage);
  }

  /** The upper end of the ball is the bound, up to roundings. */
  public static void isReached(Apfloat formula, Ball bound) {
    Apfloat upper = TailFormulas.number(bound.upper());
    Apfloat size = ApfloatMath.abs(formula);
    assertTrue(upper.compareTo(formula.subtract(size.multiply(ROUNDING))) >= 0, "too small");
    assertTrue(upper.compareTo(formula.add(size.multiply(SLACK)).add(ROUNDING)) <= 0, "too large");
  }

  /** The ball contains the number, and is not much larger. */
  public static void encloses(Apfloat number, Ball ball) {
    isReached(number, ball);
    Apfloat lower = TailFormulas.number(ball.lower());
    Apfloat size = ApfloatMath.abs(number);
    assertTrue(lower.compareTo(number.add(size.multiply(ROUNDING)).add(ROUNDING)) <= 0);
    assertTrue(lower.compareTo(number.subtract(size.multiply(SLACK)).subtract(ROUNDING)) >= 0);
  }

  @Property(tries = 15)
  void theBoundsOfCorollary12_11AreReached(@ForAll("expansions") UniformExpansion expansion) {
    TailFormulas formulas = new TailFormulas(expansion);
    isReached(formulas.distance(1), expansion.relativeDistance());
    isReached(formulas.remainder(), expansion.remainder());
    assertEquals(formulas.order(), expansion.remainderOrder());
    encloses(formulas.constant(), expansion.constant(OVER));
    long later = expansion.from() + 20;
    Rational ratio = formulas.shifted(expansion.from()).divide(formulas.shifted(later));
    isReached(
        formulas.rest().multiply(TailFormulas.power(ratio, expansion.order())),
        expansion.restAt(later));
    isReached(
        formulas.remainder().multiply(TailFormulas.power(ratio, formulas.order())),
        expansion.remainderAt(later));
  }

  @Property(tries = 15)
  void theLawHoldsTheConstantAndWhatLiesAroundIt(@ForAll("expansions") UniformExpansion expansion) {
    TailFormulas formulas = new TailFormulas(expansion);
    DecayLaw law = DecayLaw.of(expansion);
    Apfloat b = formulas.remainder();
    Rational start = formulas.shifted(expansion.from());
    isReached(b.multiply(TailFormulas.power(start, formulas.order())), law.remainderConstant());
    Apfloat shift =
        TailFormulas.power(Rational.of(expansion.from()).divide(start), formulas.decayExponent());
    Apfloat c = formulas.constant();
    Ball range = law.tail();
    for (Apfloat factor : List.of(number(1), shift)) {
      for (Apfloat side : List.of(number(1).add(b), number(1).subtract(b))) {
        assertTrue(contains(range, c.multiply(factor).multiply(side)));
      }
    }
    // and not much more than that
    Apfloat most = ApfloatMath.abs(c).multiply(number(1).add(b));
    Apfloat reach = max(abs(range.lower()), abs(range.upper()));
    assertTrue(reach.compareTo(most.multiply(new Apfloat("1.001", 30))) <= 0);
  }

  private static Apfloat number(long value) {
    return TailFormulas.number(value);
  }

  private static Apfloat abs(Rational x) {
    return ApfloatMath.abs(TailFormulas.number(x));
  }

  private static Apfloat max(Apfloat a, Apfloat b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static boolean contains(Ball ball, Apfloat x) {
    Apfloat slack = ApfloatMath.abs(x).multiply(ROUNDING);
    return TailFormulas.number(ball.lower()).compareTo(x.add(slack)) <= 0
        && TailFormulas.number(ball.upper()).compareTo(x.subtract(slack)) >= 0;
  }

  /**
   * Corollary 12.5, and no sign where the leading coefficient may be zero or the rest too large.
   */
  @Property(tries = 20)
  void theSignIsThatOfTheLeadingTermWhereItOutweighsTheRest(
      @ForAll("expansions") UniformExpansion expansion) {
    TailFormulas formulas = new TailFormulas(expansion);
    Apfloat distance = formulas.distance(1);
    int sign = formulas.constant().signum();
    if (distance.compareTo(new Apfloat("0.999999", 30)) < 0) {
      assertEquals(sign, expansion.sign());
      assertEquals(
          sign,
          formulas
              .lambda(expansion.terms().get(0).exponent(), expansion.from())
              .multiply(formulas.coefficient(0))
              .signum());
    } else if (distance.compareTo(new Apfloat("1.000001", 30)) > 0) {
      assertEquals(0, expansion.sign());
    }
  }

  @Test
  void aLeadingCoefficientThatMayBeZeroHasNoSignAndNoLaw() {
    for (String[] ends : new String[][] {{"-1", "1"}, {"0", "1"}, {"-1", "0"}}) {
      Ball wide = Ball.hull(exact(ends[0]), exact(ends[1]));
      UniformExpansion expansion =
          new UniformExpansion(
              3,
              Parity.EVEN,
              20,
              List.of(new Term(fraction("1"), wide)),
              exact("0"),
              fraction("4"));
      assertEquals(0, expansion.sign());
      assertFalse(DecayLaw.isApplicable(expansion));
    }
  }

  @Test
  void lemma12_8ReachesWhereTwiceTheStartExceedsTheExponent() {
    // m = s + d - 1 = 3 and 2 K0 = 2 k0 + 1: from k0 = 2 on; k0 = 0 never
    assertFalse(UniformExpansion.reaches(3, 1, fraction("1")));
    assertTrue(UniformExpansion.reaches(3, 2, fraction("1")));
    assertFalse(UniformExpansion.reaches(10, 0, fraction("-17/2")));
    assertTrue(DecayLaw.isApplicable(expansion(3, Parity.EVEN, 2, "0", "4", "1", "1")));
    assertFalse(DecayLaw.isApplicable(expansion(3, Parity.ODD, 1, "0", "4", "1", "1")));
  }

  // Theorem 13.3: every hypothesis of the three cases, violated alone

  private static int side(int d, long from, String rest, String order, String... terms) {
    return expansion(d, Parity.of(from), from, rest, order, terms).side();
  }

  @Test
  void caseOneNeedsAShiftThatOutweighsTheRemainderAndAnOrderOfOne() {
    assertEquals(-1, side(5, 100, "0", "4", "1", "1"));
    // d = 2: no shift; with a single term and no rest the quotients stay above
    assertEquals(1, side(2, 100, "0", "4", "1", "1"));
    // the remainder outweighs the gain E lambda/K0 = 5 * 3/2 / 101.5
    assertEquals(0, side(5, 100, "1/8", "4", "1", "1"));
    assertEquals(-1, side(5, 100, "1/16", "4", "1", "1"));
    // the remainder decreases too slowly: by order or by gap
    assertEquals(0, side(5, 100, "1/64", "1/2", "1", "1"));
    assertEquals(-1, side(5, 100, "1/64", "1", "1", "1"));
    assertEquals(0, side(5, 100, "0", "4", "1", "1", "3/2", "1/64"));
  }

  @Test
  void caseOneCountsTheShiftAgainstTheWholeRemainder() {
    // For chord:s=1/2 in d = 5 the gain is E lambda/K0; D alone is far below it, a rest in between
    // is not.
    UniformExpansion expansion = expansion(5, Parity.EVEN, 100, "0", "4", "1/2", "1");
    TailFormulas formulas = new TailFormulas(expansion);
    Apfloat gain =
        TailFormulas.number(
            formulas.decayExponent().multiply(Rational.of(3, 2)).divide(formulas.shifted(100)));
    assertTrue(gain.compareTo(formulas.remainder()) > 0);
    // gain = .0665: a rest of 17/256 = .0664 leaves B = rest (1 + D) + D above it
    assertEquals(-1, side(5, 100, "1/16", "4", "1/2", "1"));
    assertEquals(0, side(5, 100, "17/256", "4", "1/2", "1"));
  }

  @Test
  void caseTwoNeedsANegativeSecondTermThatOutweighsAllOthersAndD() {
    // s = 1, 3 in d = 2: x_1 has the sign of -c_1/c_0
    String[] falls = {"1", "1", "3", "1"};
    assertEquals(-1, side(2, 100, "0", "4", falls));
    String[] rises = {"1", "1", "3", "-1"};
    assertEquals(1, side(2, 100, "0", "4", rises));
    // E = 2: D = delta_2(100) = 2.5e-5; |x_1| ~ 6e-4 c: a rest or a third term in between decides
    assertEquals(0, side(2, 100, "1/1024", "4", falls));
    assertEquals(0, side(2, 100, "1/1024", "4", rises));
    assertEquals(0, side(2, 100, "0", "4", "1", "1", "3", "1", "5", "-2048"));
    assertEquals(0, side(2, 100, "0", "4", "1", "1", "3", "-1", "5", "2048"));
    // the gap must not exceed the order, nor 2
    assertEquals(-1, side(2, 100, "0", "2", falls));
    assertEquals(1, side(2, 100, "0", "2", rises));
    assertEquals(0, side(2, 100, "0", "1", falls));
    assertEquals(0, side(2, 100, "0", "1", rises));
    assertEquals(0, side(2, 100, "0", "4", "1", "1", "5", "-1"));
    assertEquals(0, side(2, 100, "0", "4", "1", "1", "5", "1"));
  }

  @Test
  void caseTwoCountsDToo() {
    // X of the second term between W = 0 and W + D
    UniformExpansion expansion = expansion(2, Parity.EVEN, 100, "0", "4", "1", "1", "3", "1/32");
    TailFormulas formulas = new TailFormulas(expansion);
    Apfloat x =
        ApfloatMath.abs(formulas.relativeLimit(1))
            .divide(TailFormulas.power(formulas.shifted(100), Rational.of(2)));
    assertTrue(x.compareTo(formulas.excess()) < 0);
    assertEquals(0, expansion.side());
  }

  @Test
  void caseThreeNeedsNoShiftAndAnExponentOfAtLeastOne() {
    // d = 3: k^E eta_k/C starts below 1 however x_1 is
    assertEquals(0, side(3, 20, "1/8", "4", "1", "1", "3", "-1"));
    assertEquals(0, side(3, 20, "1/8", "4", "1", "1"));
    // E = 1/2 < 1 in d = 2
    assertEquals(0, side(2, 100, "0", "4", "-1/2", "1"));
    assertEquals(1, side(2, 100, "0", "4", "1/2", "1"));
    // E = 1, of the logarithm
    assertEquals(1, side(2, 100, "0", "4", "0", "1"));
    // a single term with a rest
    assertEquals(0, side(2, 100, "1/1048576", "4", "1", "1"));
  }

  @Test
  void theSideOfTheLawIsMirroredByANegativeConstant() {
    UniformExpansion positive = expansion(2, Parity.EVEN, 100, "0", "4", "1", "-1", "3", "-1");
    UniformExpansion negative = expansion(2, Parity.EVEN, 100, "0", "4", "1", "1", "3", "1");
    assertTrue(positive.constant(OVER).isPositive());
    assertEquals(positive.side(), negative.side());
    assertEquals(positive.side(), DecayLaw.of(positive).side());
    assertEquals(-positive.side(), DecayLaw.of(negative).side());
    Ball wide = Ball.hull(exact("-1"), exact("1"));
    UniformExpansion unknown =
        new UniformExpansion(
            2, Parity.EVEN, 100, List.of(new Term(fraction("1"), wide)), exact("0"), fraction("4"));
    assertEquals(0, DecayLaw.of(unknown).side());
  }

  @Test
  void theExcessOfAnExponentBelowOneIsThatOfLemma12_8() {
    UniformExpansion slow = expansion(2, Parity.EVEN, 12, "0", "4", "-1/2", "1");
    isReached(new TailFormulas(slow).remainder(), slow.remainder());
    // Lambda_k(-1) is 1/K in d = 3 without any remainder
    UniformExpansion exact = expansion(3, Parity.EVEN, 12, "0", "4", "-1", "1");
    assertTrue(exact.remainder().containsZero() && exact.remainder().isExact());
  }

  // Corollary 12.12

  @Test
  void quotientsByATailThatMayVanishAreNone() {
    UniformExpansion plain = expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1");
    UniformExpansion open = expansion(3, Parity.EVEN, 40, "1", "4", "1", "-1");
    assertTrue(QuotientTail.of(plain, plain).isPresent());
    assertTrue(QuotientTail.of(plain, open).isEmpty());
    assertTrue(QuotientTail.of(open, plain).isEmpty());
  }

  @Test
  void aQuotientIsOfTheParityAndTheFrequencyOfItsTails() {
    for (Parity parity : Parity.values()) {
      UniformExpansion tail = expansion(3, parity, parity.firstFrom(40), "0", "4", "1", "-1");
      QuotientTail quotient = QuotientTail.of(tail, tail).orElseThrow();
      assertEquals(parity, quotient.parity());
      assertEquals(parity.firstFrom(40), quotient.from());
    }
  }

  private static UniformExpansion more(int order) {
    return expansion(3, Parity.EVEN, 40, "0", Integer.toString(order), "1", "-1", "3", "1");
  }

  private static int sideOf(UniformExpansion one, UniformExpansion two) {
    return one.sideOf(two);
  }

  @Test
  void quotientsLieOnTheSideOfTheFirstDifferenceThatOutweighsTheOthers() {
    UniformExpansion plain = expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1");
    UniformExpansion more = expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1", "3", "1");
    int side = sideOf(more, plain);
    assertTrue(side != 0);
    assertEquals(-side, sideOf(plain, more));
    TailFormulas formulas = new TailFormulas(more);
    assertEquals(formulas.relative(1, 40).signum(), side);
    // nothing to tell them apart
    assertEquals(0, sideOf(plain, plain));
    assertEquals(0, sideOf(more, more));
    // either rest may outweigh it
    UniformExpansion blurred = expansion(3, Parity.EVEN, 40, "1/64", "4", "1", "-1", "3", "1");
    UniformExpansion plainBlurred = expansion(3, Parity.EVEN, 40, "1/64", "4", "1", "-1");
    assertEquals(0, sideOf(blurred, plain));
    assertEquals(0, sideOf(more, plainBlurred));
    // or a third term
    UniformExpansion third =
        expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1", "3", "1", "5", "512");
    assertEquals(0, sideOf(third, plain));
    assertEquals(0, sideOf(plain, third));
  }

  @Test
  void theGapOfTheFirstDifferenceIsAtMostBothOrders() {
    UniformExpansion more = expansion(3, Parity.EVEN, 40, "0", "3/2", "1", "-1", "3", "1");
    UniformExpansion plain = expansion(3, Parity.EVEN, 40, "0", "4", "1", "-1");
    assertEquals(0, sideOf(more, plain));
    assertEquals(0, sideOf(plain, more));
    UniformExpansion enough = expansion(3, Parity.EVEN, 40, "0", "2", "1", "-1", "3", "1");
    assertTrue(sideOf(enough, plain) != 0);
    UniformExpansion plainEnough = expansion(3, Parity.EVEN, 40, "0", "2", "1", "-1");
    assertTrue(sideOf(more(4), plainEnough) != 0);
    assertTrue(sideOf(enough, plainEnough) != 0);
  }

  @Property(tries = 15)
  void theSpreadOfQuotientsIsThatOfCorollary12_12(
      @ForAll("expansions") UniformExpansion one, @ForAll("expansions") UniformExpansion other) {
    UniformExpansion two =
        new UniformExpansion(
            one.dimension(), one.parity(), one.from(), one.terms(), other.rest(), other.order());
    TailFormulas first = new TailFormulas(one);
    TailFormulas second = new TailFormulas(two);
    Apfloat epsilon = second.distance(1);
    boolean isSmall =
        epsilon.compareTo(number(1)) < 0 && first.distance(1).compareTo(number(1)) < 0;
    var quotient = QuotientTail.of(one, two);
    assertEquals(isSmall, quotient.isPresent());
    if (isSmall) {
      Apfloat spread = first.distance(1).add(epsilon).divide(number(1).subtract(epsilon));
      isReached(spread, quotient.get().spread());
      encloses(number(1), quotient.get().limit());
      assertTrue(contains(quotient.get().range(), number(1).add(spread)));
      assertTrue(contains(quotient.get().range(), number(1).subtract(spread)));
    }
  }
}

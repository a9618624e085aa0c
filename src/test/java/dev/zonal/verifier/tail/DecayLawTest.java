package dev.zonal.verifier.tail;

import static dev.zonal.theorem.law.TailFormulas.expansion;
import static dev.zonal.theorem.law.TailFormulas.fraction;
import static dev.zonal.theorem.law.TailFormulasTest.encloses;
import static dev.zonal.theorem.law.TailFormulasTest.isReached;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.TailFormulas;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Interval.Known;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verifier makes of tails and their quotients, against formulas evaluated apart. */
class DecayLawTest {

  static Tail tail(UniformExpansion e) {
    List<Tail.Term> terms =
        e.terms().stream().map(t -> new Tail.Term(t.exponent(), t.coefficient())).toList();
    return new Tail(e.dimension(), e.parity(), e.from(), terms, e.rest(), e.order());
  }

  @Provide
  Arbitrary<UniformExpansion> expansions() {
    return TailFormulas.expansions();
  }

  @Property(tries = 15)
  void theBoundsOfCorollary12_11AreReached(@ForAll("expansions") UniformExpansion expansion) {
    TailFormulas formulas = new TailFormulas(expansion);
    Tail tail = tail(expansion);
    isReached(formulas.distance(1), tail.relativeDistance());
    encloses(formulas.constant(), tail.constant());
    if (DecayLaw.reaches(tail)) {
      DecayLaw law = new DecayLaw(tail);
      isReached(formulas.remainder(), law.remainder());
      Rational start = formulas.shifted(expansion.from());
      isReached(
          formulas.remainder().multiply(TailFormulas.power(start, formulas.order())),
          law.remainderConstant());
    }
  }

  /** Theorem 13.3: the range, or the limit on the side where all numbers stay. */
  @Property(tries = 15)
  void theExtremaAreTheLimitOrInTheRange(@ForAll("expansions") UniformExpansion expansion) {
    Tail tail = tail(expansion);
    if (!DecayLaw.reaches(tail)) {
      return;
    }
    TailFormulas formulas = new TailFormulas(expansion);
    Apfloat b = formulas.remainder();
    Apfloat c = formulas.constant();
    Rational start = formulas.shifted(expansion.from());
    Apfloat shift =
        TailFormulas.power(Rational.of(expansion.from()).divide(start), formulas.decayExponent());
    DecayLaw law = new DecayLaw(tail);
    for (Known known : List.of(law.infimum(), law.supremum())) {
      if (isOf(known, tail.constant())) {
        continue;
      }
      for (Apfloat side : List.of(one().add(b), one().subtract(b))) {
        for (Apfloat factor : List.of(one(), shift)) {
          assertTrue(contains(known, c.multiply(side).multiply(factor)));
        }
      }
      Apfloat most = ApfloatMath.abs(c).multiply(one().add(b)).multiply(new Apfloat("1.001", 30));
      assertTrue(TailFormulas.number(known.most()).compareTo(most) <= 0);
      assertTrue(TailFormulas.number(known.least()).compareTo(most.negate()) >= 0);
    }
  }

  private static boolean contains(Known known, Apfloat x) {
    Apfloat slack = ApfloatMath.abs(x).multiply(new Apfloat("1e-17", 30));
    return TailFormulas.number(known.least()).compareTo(x.add(slack)) <= 0
        && TailFormulas.number(known.most()).compareTo(x.subtract(slack)) >= 0;
  }

  private static Apfloat one() {
    return TailFormulas.number(1);
  }

  private static boolean isOf(Known known, dev.zonal.arithmetic.ball.Ball ball) {
    return known.equals(Known.in(ball));
  }

  /**
   * 1 if all numbers are at the limit or above it, -1 if all are below it, 0 if neither is known.
   */
  private static int side(UniformExpansion expansion) {
    Tail tail = tail(expansion);
    DecayLaw law = new DecayLaw(tail);
    boolean above = isOf(law.infimum(), tail.constant());
    boolean below = isOf(law.supremum(), tail.constant());
    assertFalse(above && below);
    return above ? 1 : below ? -1 : 0;
  }

  /** Theorem 13.3: each hypothesis of the three cases violated alone; c is positive. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | 5 | 100 | 0 | 4 | 1,-1",
        "1 | 2 | 100 | 0 | 4 | 1,-1",
        "0 | 5 | 100 | 1/8 | 4 | 1,-1",
        "-1 | 5 | 100 | 1/16 | 4 | 1,-1",
        "0 | 5 | 100 | 1/64 | 1/2 | 1,-1",
        "0 | 5 | 100 | 0 | 4 | 1,-1,3/2,-1/64",
        "-1 | 5 | 100 | 1/16 | 4 | 1/2,-1",
        "0 | 5 | 100 | 17/256 | 4 | 1/2,-1",
        "-1 | 2 | 100 | 0 | 4 | 1,-1,3,-1",
        "1 | 2 | 100 | 0 | 4 | 1,-1,3,1",
        "0 | 2 | 100 | 1/1024 | 4 | 1,-1,3,-1",
        "0 | 2 | 100 | 1/1024 | 4 | 1,-1,3,1",
        "0 | 2 | 100 | 0 | 4 | 1,-1,3,-1,5,2048",
        "0 | 2 | 100 | 0 | 4 | 1,-1,3,1,5,-2048",
        "0 | 2 | 100 | 0 | 1 | 1,-1,3,-1",
        "0 | 2 | 100 | 0 | 1 | 1,-1,3,1",
        "0 | 2 | 100 | 0 | 4 | 1,-1,5,1",
        "0 | 2 | 100 | 0 | 4 | 1,-1,5,-1",
        "0 | 2 | 100 | 0 | 4 | 1,-1,3,-1/32",
        "0 | 3 | 20 | 1/8 | 4 | 1,-1,3,1",
        "0 | 3 | 20 | 1/8 | 4 | 1,-1",
        "0 | 2 | 100 | 0 | 4 | -1/2,1",
        "1 | 2 | 100 | 0 | 4 | 1/2,-1",
        "0 | 2 | 100 | 1/1048576 | 4 | 1,-1"
      })
  void theSideIsThatOfTheoremThirteenThree(
      int side, int d, long from, String rest, String order, String terms) {
    UniformExpansion expansion = expansion(d, Parity.of(from), from, rest, order, terms.split(","));
    assertTrue(tail(expansion).constant().isPositive());
    assertEquals(side, side(expansion));
    // with a negative constant above and below are exchanged
    String[] negated = terms.split(",");
    for (int i = 1; i < negated.length; i += 2) {
      negated[i] = negated[i].startsWith("-") ? negated[i].substring(1) : "-" + negated[i];
    }
    assertEquals(-side, side(expansion(d, Parity.of(from), from, rest, order, negated)));
  }

  /** Lemma 12.8: m > 0, 2 K0 > m; an even s from 0 on is that of Lemma 12.13. */
  @ParameterizedTest
  @CsvSource({
    "3, 2, 1, true",
    "3, 1, 1, false",
    "3, 2, 2, true",
    "3, 1, 2, false",
    "3, 3, 4, true",
    "3, 1, 0, true",
    "4, 2, -2, true",
    "4, 1, -3, false",
    "4, 1, -7/2, false",
    "4, 2, 5/2, true",
    "4, 2, 3, false",
    "4, 2, 7/2, false"
  })
  void theLawReachesWhereLemma12_8Says(int d, long from, String s, boolean reaches) {
    Tail.Term term = new Tail.Term(fraction(s), Balls.ONE);
    Tail tail = new Tail(d, Parity.of(from), from, List.of(term), Balls.ZERO, Rational.of(4));
    assertEquals(reaches, DecayLaw.reaches(tail));
  }

  @Test
  void theExcessOfAnExponentBelowOneIsThatOfLemma12_8() {
    UniformExpansion slow = expansion(2, Parity.EVEN, 12, "0", "4", "-1/2", "1");
    isReached(new TailFormulas(slow).excess(), new DecayLaw(tail(slow)).remainder());
  }

  private static int side(UniformExpansion one, UniformExpansion two) {
    QuotientTail quotient = new QuotientTail(tail(one), tail(two));
    boolean above = isOf(quotient.infimum(), quotient.limit());
    boolean below = isOf(quotient.supremum(), quotient.limit());
    return above == below ? 0 : above ? 1 : -1;
  }

  /**
   * Corollary 12.12: the first difference must outweigh all others, with a gap within both orders.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0 | 4 | 1,-1,3,1 | 0 | 4 | 1,-1",
        "-1 | 0 | 4 | 1,-1,3,-1 | 0 | 4 | 1,-1",
        "0 | 0 | 4 | 1,-1 | 0 | 4 | 1,-1",
        "0 | 0 | 4 | 1,-1,3,1 | 0 | 4 | 1,-1,3,1",
        "0 | 1/64 | 4 | 1,-1,3,1 | 0 | 4 | 1,-1",
        "0 | 0 | 4 | 1,-1,3,1 | 1/64 | 4 | 1,-1",
        "0 | 0 | 4 | 1,-1,3,1,5,512 | 0 | 4 | 1,-1",
        "0 | 0 | 3/2 | 1,-1,3,1 | 0 | 4 | 1,-1",
        "0 | 0 | 4 | 1,-1,3,1 | 0 | 3/2 | 1,-1",
        "1 | 0 | 2 | 1,-1,3,1 | 0 | 2 | 1,-1",
        "1 | 0 | 4 | 1,-1,3,1 | 0 | 4 | 1,-1,3,1/2",
        "-1 | 0 | 4 | 1,-1,3,1/2 | 0 | 4 | 1,-1,3,1",
        "1 | 0 | 4 | 1,-1,3,1 | 0 | 4 | 1,-1,5,1/512"
      })
  void quotientsLieOnTheSideOfTheFirstDifferenceThatOutweighsTheOthers(
      int side,
      String rest,
      String order,
      String terms,
      String otherRest,
      String otherOrder,
      String otherTerms) {
    UniformExpansion one = expansion(3, Parity.EVEN, 40, rest, order, terms.split(","));
    UniformExpansion two =
        expansion(3, Parity.EVEN, 40, otherRest, otherOrder, otherTerms.split(","));
    assertEquals(side, side(one, two));
    assertEquals(-side, side(two, one));
  }

  @Property(tries = 15)
  void theSpreadOfQuotientsIsThatOfCorollary12_12(
      @ForAll("expansions") UniformExpansion one, @ForAll("expansions") UniformExpansion other) {
    UniformExpansion two =
        new UniformExpansion(
            one.dimension(), one.parity(), one.from(), one.terms(), other.rest(), other.order());
    Apfloat epsilon = new TailFormulas(two).distance(1);
    Apfloat first = new TailFormulas(one).distance(1);
    if (epsilon.compareTo(one()) >= 0 || first.compareTo(one()) >= 0) {
      return;
    }
    Apfloat spread = first.add(epsilon).divide(one().subtract(epsilon));
    QuotientTail quotient = new QuotientTail(tail(one), tail(two));
    for (Known known : List.of(quotient.infimum(), quotient.supremum())) {
      assertTrue(contains(known, one().add(spread)));
      assertTrue(contains(known, one().subtract(spread)));
      Apfloat width =
          TailFormulas.number(known.most()).subtract(TailFormulas.number(known.least()));
      Apfloat expected = spread.multiply(TailFormulas.number(2));
      assertTrue(
          width.compareTo(expected.multiply(new Apfloat("1.000001", 30)).add(new Apfloat("1e-15")))
              <= 0);
    }
  }
}

package dev.zonal.spectrum.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.spectrum.Formula;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

class TailRemainderTest {
  private static final int[] DIMENSIONS = {2, 3, 4, 5, 6, 7, 10, 11, 50};

  /** M R^-(2J+1) |Lambda| q^-J/(1-q), Theorem 11.5. */
  static Apfloat side(TailRemainder.End end, int terms, Apfloat lambda, double height) {
    Apfloat half = Formula.of(height).divide(Formula.of(2));
    Apfloat chord = Formula.exp(half).subtract(Formula.exp(half.negate()));
    Apfloat radius = Formula.of(end.radius());
    Apfloat q = Formula.power(chord.divide(radius), 2);
    return Formula.of(end.bound())
        .multiply(Formula.power(radius, -(2L * terms + 1)))
        .multiply(lambda)
        .multiply(Formula.power(q, -terms))
        .divide(Formula.of(1).subtract(q));
  }

  /** pi c_d M w_k(T), Lemma 11.2, with its binomial coefficient. */
  static Apfloat top(int d, long k, double height, double bound) {
    Apfloat t = Formula.of(height);
    if (d == 2) {
      return Formula.of(bound).multiply(Formula.exp(t.multiply(Formula.of(-k))));
    }
    Apfloat z = Formula.exp(t.multiply(Formula.of(-2)));
    Apfloat mean =
        d == 3
            ? Formula.of(1).divide(Formula.sqrt(Formula.of(1).subtract(z)))
            : ApfloatMath.pow(Formula.of(1).add(z), Formula.of((d - 4) / 2.0));
    Apfloat product =
        Formula.of(2 * bound)
            .multiply(ApfloatMath.cosh(t))
            .multiply(Formula.exp(t.multiply(Formula.of(-(k + 1)))))
            .multiply(mean);
    // C(k+m, m), m the integer part of (d-2)/2
    for (long i = 1; i <= (d - 2) / 2; i++) {
      product = product.multiply(Formula.of(i)).divide(Formula.of(k + i));
    }
    return product;
  }

  @Property(tries = 60)
  void theBoundOfASideIsTheFormulaOfTheTailTheorem(
      @ForAll @DoubleRange(min = 0.05, max = 1.99) double radius,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double bound,
      @ForAll @DoubleRange(min = 0.05, max = 0.99) double part,
      @ForAll @IntRange(min = 0, max = 40) int terms,
      @ForAll @IntRange(min = 1, max = 1000) int lambda) {
    double half = part * radius / 2;
    double height = 2 * Math.log(half + Math.sqrt(1 + half * half));
    TailRemainder.End end = new TailRemainder.End(radius, bound);
    Ball size = BallArithmetic.ofBits(64).of(Rational.of(lambda));
    Formula.assertReaches(
        end.bound(terms, size, height),
        side(end, terms, Formula.of((long) lambda), height),
        40,
        end);
  }

  @Property(tries = 100)
  void aContourThatLeavesTheDiscIsRefused(
      @ForAll @DoubleRange(min = 0.05, max = 1.99) double radius,
      @ForAll @IntRange(min = 0, max = 9) int terms) {
    TailRemainder.End end = new TailRemainder.End(radius, 1);
    double height = 2 * Math.log(radius / 2 + Math.sqrt(1 + radius * radius / 4));
    Ball one = Ball.exact(1);
    assertThrows(DomainException.class, () -> end.bound(terms, one, height * 1.000001));
    assertThrows(DomainException.class, () -> end.bound(terms, one, 2 * height));
    assertTrue(end.bound(terms, one, height * 0.9999).isPositive());
  }

  @Property(tries = 8)
  void theBoundOfTheTopIsTheFormulaOfItsLemmaInEveryDimension(
      @ForAll @DoubleRange(min = 0.1, max = 1.75) double height,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double bound,
      @ForAll @IntRange(min = 1, max = 3000) int k) {
    for (int d : DIMENSIONS) {
      Formula.assertReaches(
          TailRemainder.top(d, k, height, bound), top(d, k, height, bound), 38, "d = " + d);
    }
  }

  @Example
  void atHugeFrequenciesTheDecayStopsButStaysABound() {
    for (int d : DIMENSIONS) {
      Ball near = TailRemainder.top(d, 1L << 30, 1, 1);
      for (long k : new long[] {(1L << 30) + 1, 1_000_000_000_000_000_000L}) {
        Ball far = TailRemainder.top(d, k, 1, 1);
        assertTrue(!far.certainlyGreater(near) && far.isPositive(), "d = " + d);
        assertTrue(far.binaryOrder() > -(1L << 31), "d = " + d);
      }
    }
  }

  @Example
  void theBinomialCoefficientStaysBelowTheGammasOfOddDimensions() {
    // pi c_d N_k = 2 k! Gamma(lambda+1)/Gamma(k+lambda+1), Lemma 11.1
    for (int d : new int[] {3, 5, 7, 9, 11}) {
      for (long k : new long[] {1, 2, 9, 60}) {
        Apfloat exact =
            Formula.gammaOfHalf(2 * k + 2)
                .multiply(Formula.gammaOfHalf(d))
                .divide(Formula.gammaOfHalf(2 * k + d));
        Apfloat binomial = Formula.of(1);
        for (long i = 1; i <= (d - 2) / 2; i++) {
          binomial = binomial.multiply(Formula.of(k + i)).divide(Formula.of(i));
        }
        assertTrue(exact.multiply(binomial).compareTo(Formula.of(1)) <= 0, d + ", " + k);
      }
    }
  }

  @Example
  void anEndTakesRadiusAndBoundFromItsDisc() {
    SupBound<ChordDisc> disc =
        new SupBound<>(new ChordDisc(Chart.CHORD, 0.75), Certification.certified(3.5));
    assertEquals(new TailRemainder.End(0.75, 3.5), TailRemainder.End.of(disc).get());
  }
}

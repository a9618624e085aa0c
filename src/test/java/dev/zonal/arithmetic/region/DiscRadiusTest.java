package dev.zonal.arithmetic.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The radii of Propositions 4.2 and 4.4 and Lemma 4.6, evaluated apart to fifty digits: those of
 * the program are not below them, and above by rounding only.
 */
class DiscRadiusTest {
  private static final Apfloat UNIT = exact(0x1p-53);
  private static final Apfloat ELEMENTARY = exact(0x1p-49);
  private static final Apfloat UNDERFLOW = ApfloatMath.pow(new Apfloat(2, 50), -1070);

  private static Apfloat exact(double x) {
    return new Apfloat(new BigDecimal(x), 50);
  }

  private static Apfloat modulus(ComplexDisc a) {
    Apfloat x = exact(a.re());
    Apfloat y = exact(a.im());
    return ApfloatMath.sqrt(x.multiply(x).add(y.multiply(y)));
  }

  private static Apfloat radius(ComplexDisc a) {
    return exact(a.radius());
  }

  private static void isRaised(Apfloat least, double bound) {
    assertTrue(exact(bound).compareTo(least) >= 0, () -> bound + " is below " + least);
    Apfloat most = least.multiply(exact(1 + 0x1p-40)).add(exact(0x1p-1060));
    assertTrue(exact(bound).compareTo(most) <= 0, () -> bound + " is far above " + least);
  }

  /** Points, narrow discs and wide ones. */
  private static ComplexDisc some(Random random, double size) {
    double[] radii = {0, 0x1p-50 * random.nextDouble(), 0.3 * random.nextDouble()};
    return new ComplexDisc(
        size * (0.4 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1),
        size * (random.nextDouble() - 0.5),
        size * radii[random.nextInt(3)]);
  }

  @Property
  void sumsAndProductsHaveTheRadiiOfTheProposition(
      @ForAll Random random, @ForAll @IntRange(min = -20, max = 20) int e) {
    ComplexDisc a = some(random, Math.scalb(1.0, e));
    ComplexDisc b = some(random, 1);
    Apfloat sum = radius(a).add(radius(b));
    for (ComplexDisc c : new ComplexDisc[] {a.add(b), a.subtract(b)}) {
      Apfloat size = exact(Math.abs(c.re())).add(exact(Math.abs(c.im())));
      isRaised(sum.add(UNIT.multiply(size)), c.radius());
    }
    Apfloat here = modulus(a);
    Apfloat there = modulus(b);
    Apfloat rounding = UNIT.multiply(there).multiply(exact(3));
    Apfloat product = here.multiply(radius(b).add(rounding));
    product = product.add(radius(a).multiply(there.add(radius(b)))).add(UNDERFLOW);
    isRaised(product, a.multiply(b).radius());
    isRaised(here.add(radius(a)), a.modulus());
    assertTrue(exact(a.mignitude()).compareTo(here.subtract(radius(a))) <= 0);
    assertTrue(a.mignitude() >= (here.doubleValue() - a.radius()) * (1 - 0x1p-40));
    isRaised(radius(a).add(exact(0.1)), a.inflate(0.1).radius());
  }

  @Property
  void whatUnderflowsIsInTheRadius(@ForAll Random random) {
    ComplexDisc tiny = ComplexDisc.of(0x1p-700 * (1 + random.nextDouble()), 0x1p-600);
    assertTrue(exact(tiny.multiply(tiny).radius()).compareTo(UNDERFLOW) >= 0);
    assertTrue(exact(ComplexDisc.of(-800, 1).exp().radius()).compareTo(UNDERFLOW) >= 0);
  }

  @Property(tries = 200)
  void theExponentialSineAndCosineHaveTheRadiiOfTheProposition(@ForAll Random random) {
    // The sine of a small number has an error of its own (Lemma 4.2a).
    ComplexDisc a = some(random, 1 + 3 * random.nextDouble());
    Apfloat spread = radius(a).add(ELEMENTARY);
    Apfloat growth = ApfloatMath.exp(exact(a.re()).add(radius(a)));
    isRaised(growth.multiply(spread).add(UNDERFLOW), a.exp().radius());
    Apfloat cosh = ApfloatMath.cosh(exact(Math.abs(a.im())).add(radius(a)));
    isRaised(cosh.multiply(spread).add(UNDERFLOW), a.sin().radius());
    isRaised(cosh.multiply(spread).add(UNDERFLOW), a.cos().radius());
  }

  @Property(tries = 300)
  void inverseFunctionsOfWideDiscsHaveTheRadiiOfTheProposition(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 99) int percent) {
    double im = (random.nextDouble() - 0.5) / 2;
    double re = 0.1 + random.nextDouble() / 2;
    double toZero = Math.hypot(re, im) * percent / 100;
    ComplexDisc a = new ComplexDisc(re, im, toZero);
    Apfloat r = radius(a);
    Apfloat nearest = modulus(a).subtract(r);
    Apfloat two = exact(2);
    isNear(r.divide(two.multiply(ApfloatMath.sqrt(nearest))), a.sqrt().radius());
    isNear(r.divide(nearest), a.log().radius());
    isNear(r.divide(nearest).divide(modulus(a)), a.reciprocal().radius());
    double toOne = Math.min(Math.hypot(1 - re, im), Math.hypot(1 + re, im)) * percent / 100;
    ComplexDisc b = new ComplexDisc(re, im, toOne);
    Apfloat s = radius(b);
    Apfloat fromOne = exact(1).subtract(exact(re));
    Apfloat fromMinusOne = exact(1).add(exact(re));
    Apfloat square = exact(im).multiply(exact(im));
    Apfloat near = ApfloatMath.sqrt(fromOne.multiply(fromOne).add(square)).subtract(s);
    Apfloat far = ApfloatMath.sqrt(fromMinusOne.multiply(fromMinusOne).add(square)).subtract(s);
    isNear(s.divide(ApfloatMath.sqrt(near.multiply(far))), b.asin().radius());
    isNear(s.divide(ApfloatMath.sqrt(near.multiply(far))), mirrored(b).asin().radius());
  }

  private static ComplexDisc mirrored(ComplexDisc a) {
    return new ComplexDisc(-a.re(), a.im(), a.radius());
  }

  /** As above, but for what the verification of a guess adds. */
  private static void isNear(Apfloat least, double bound) {
    assertTrue(exact(bound).compareTo(least) >= 0, () -> bound + " is below " + least);
    assertTrue(bound <= least.doubleValue() * (1 + 1e-9) + 1e-12, () -> bound + ", not " + least);
  }

  @Property(tries = 300)
  void aGuessIsVerifiedByItsImage(@ForAll Random random) {
    double re = 0.1 + random.nextDouble() / 2;
    double im = random.nextDouble() - 0.5;
    ComplexDisc a = ComplexDisc.of(re, im);
    // three units of the product, or the error of the elementary functions, carried back
    double size = Math.hypot(re, im);
    assertTrue(a.sqrt().radius() >= 1.5 * 0x1p-53 * Math.sqrt(size));
    assertTrue(a.log().radius() >= 0.99 * 0x1p-49);
    assertTrue(a.asin().radius() >= 0.5 * 0x1p-49);
    assertTrue(a.reciprocal().radius() >= 2.9 * 0x1p-53 / size);
  }

  @Example
  void piIsEnclosedByAUnitOrTwo() {
    Apfloat distance = ApfloatMath.pi(50).subtract(exact(ComplexDisc.PI.re()));
    assertTrue(distance.compareTo(radius(ComplexDisc.PI)) <= 0);
    assertTrue(ComplexDisc.PI.radius() <= 0x1p-51);
  }

  @Property
  void aFractionIsEnclosedByWhatItsDivisionCanLose(
      @ForAll @IntRange(min = 1) int p, @ForAll @IntRange(min = 1) int q) {
    Rational small = Rational.of(p, q);
    Rational shift = Rational.of(BigInteger.ONE, BigInteger.TEN.pow(40));
    ComplexDisc disc = ComplexDisc.of(small.add(shift));
    assertTrue(disc.radius() >= disc.re() * 0x1p-50);
    ComplexDisc quotient = ComplexDisc.of(small);
    boolean isExact = Rational.of(quotient.re()).subtract(small).signum() == 0;
    assertTrue(isExact || quotient.radius() >= quotient.re() * 0x1p-53);
  }

  /** The value and slopes at 1 of the series of Lemma 4.6, to forty digits. */
  private static Apfloat[] defectAtOne() {
    Apfloat value = exact(0);
    Apfloat first = exact(0);
    Apfloat second = exact(0);
    Apfloat term = exact(1);
    for (int m = 0; m < 80; m++) {
      first = first.add(term.divide(exact(2 * m + 3)));
      value = value.add(term.divide(exact((2 * m + 1) * (2 * m + 3))));
      second = second.add(term.multiply(exact(2 * m)).divide(exact(2 * m + 3)));
      term = term.multiply(exact(2 * (2 * m + 1))).divide(exact(16 * (m + 1)));
    }
    return new Apfloat[] {value, first, second};
  }

  @Property(tries = 100)
  void theDefectHasTheSlopesOfItsSeriesAtOne(@ForAll @IntRange(min = 0, max = 99) int percent) {
    Apfloat[] at = defectAtOne();
    ComplexDisc disc = new ComplexDisc(0.5, 0, percent / 200.0);
    assertTrue(ArcCosineDefectSeries.reaches(disc));
    Apfloat rounding = exact(0x1p-46);
    ComplexDisc value = ArcCosineDefectSeries.value(disc);
    ComplexDisc slope = ArcCosineDefectSeries.derivative(disc);
    assertTrue(radius(value).compareTo(rounding.add(at[1].multiply(radius(disc)))) >= 0);
    assertTrue(radius(slope).compareTo(rounding.add(at[2].multiply(radius(disc)))) >= 0);
    assertTrue(value.radius() <= 0.4 * disc.radius() + 0x1p-45);
    assertTrue(slope.radius() <= 0.08 * disc.radius() + 0x1p-45);
    ComplexDisc one = ComplexDisc.of(1, 0);
    ComplexDisc atOne = ArcCosineDefectSeries.value(one);
    assertTrue(Math.abs(atOne.re() - at[0].doubleValue()) <= 0x1p-47);
    atOne = ArcCosineDefectSeries.derivative(one);
    assertTrue(Math.abs(atOne.re() - at[1].doubleValue()) <= 0x1p-47);
    assertFalse(ArcCosineDefectSeries.reaches(new ComplexDisc(0.9, 0, 0.2)));
    assertFalse(ArcCosineDefectSeries.reaches(ComplexDisc.of(0, -1.01)));
  }

  @Example
  void aReciprocalOfADiscThatReachesZeroIsRefused() {
    for (ComplexDisc disc :
        new ComplexDisc[] {new ComplexDisc(0.5, 0, 0.5), new ComplexDisc(0.3, 0.4, 0.51)}) {
      DomainException refusal = assertThrows(DomainException.class, disc::reciprocal);
      assertEquals("division by a disc that contains 0", refusal.getMessage());
    }
    assertEquals(0, new ComplexDisc(0.3, 0.4, 0.51).mignitude());
  }
}

package dev.zonal.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.GeometricSum;
import dev.zonal.arithmetic.PrimitiveRoot;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.specification.NumberSyntax;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is accepted as a number, and the one form that equal numbers have. */
class ParameterFormTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static void refuses(String reason, String text) {
    KernelSpecificationException refusal =
        assertThrows(
            KernelSpecificationException.class, () -> NumberSyntax.power("alpha=" + text, text, 7));
    assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
  }

  private static String power(String text) {
    return NumberSyntax.power("alpha", text, 7).toString();
  }

  @Example
  void eachLimitOfANumberIsTheOneStated() {
    String digits = "9".repeat(1000);
    assertEquals(digits, power(digits));
    assertEquals("1/" + digits, power("1/" + digits));
    refuses("at most 1000 digits", digits + "0");
    refuses("at most 1000 digits", "1/1" + "0".repeat(1000));
    refuses("at most 1000 digits", "1/" + "0".repeat(2100) + "1");
    refuses("the denominator is zero", "1/0");
    refuses("expected an exact number", "1.5/2");
    refuses("expected an exact number", "x");
    refuses("expected an exact number", "");
    assertEquals(power("1" + "0".repeat(900)), power("0.001e903"));
    refuses("a decimal exponent is at most 1000", "0e1001");
    refuses("a decimal exponent is at most 1000", "0e-1001");
    refuses("at most 1000 digits", "1e1000");
    assertEquals("1/1000", power("1e-3"));
    assertEquals("-1/2", power("-0.5"));
  }

  @Example
  void eachLimitOfAPowerIsTheOneStated() {
    assertEquals("7", power("L"));
    assertEquals("sqrt(1/7)", power("L^(-1/2)"));
    assertEquals("49", power("L^2"));
    assertEquals("(3/2)^(1/3)", power("(3/2)^(1/3)"));
    assertEquals("2^(1/1000)", power("2^(1/1000)"));
    refuses("the denominator of an exponent is at most 1000", "2^(1/1001)");
    // the normal form counts: 8 = 2^3
    assertEquals("2^(1/1000)", power("8^(1/3000)"));
    refuses("the power is too large or too small", "L^1001");
    refuses("the power is too large or too small", "L^-1001");
    refuses("the power is too large or too small", "4^501");
    refuses("the base of a power", "0^2");
    refuses("the base of a power", "(-1/2)^2");
    refuses("the base of a power", "x^2");
    refuses("a power is written like", "2L");
    refuses("a power is written like", "2^(1/2)^2");
  }

  @Property(tries = 300)
  void aPrimitiveRootIsNoPowerAndItsPowerIsTheNumber(
      @ForAll @IntRange(min = 1, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 40) int q,
      @ForAll @IntRange(min = 1, max = 40) int n) {
    Rational base = Rational.of(p, q);
    PrimitiveRoot one = PrimitiveRoot.of(base);
    PrimitiveRoot power = PrimitiveRoot.of(base.pow(n));
    assertEquals(one.root(), power.root());
    assertEquals(p == q ? 1 : one.multiplicity() * n, power.multiplicity());
    assertEquals(base.pow(n), power.root().pow(power.multiplicity()));
    assertTrue(p == q || power.root().subtract(1).signum() > 0);
  }

  @Property(tries = 100)
  void theRootOfALongNumberIsFoundToo(
      @ForAll @IntRange(min = 2) int p, @ForAll @IntRange(min = 2, max = 31) int n) {
    BigInteger base = BigInteger.valueOf(p).shiftLeft(100).add(BigInteger.ONE);
    PrimitiveRoot root = PrimitiveRoot.of(Rational.of(base.pow(n)));
    assertEquals(0, root.multiplicity() % n);
    assertEquals(Rational.of(base.pow(n)), root.root().pow(root.multiplicity()));
    // a neighbour of a power is none
    Rational next = Rational.of(base.pow(n).add(BigInteger.ONE));
    assertEquals(next, PrimitiveRoot.of(next).root().pow(PrimitiveRoot.of(next).multiplicity()));
    assertTrue(PrimitiveRoot.of(next).multiplicity() % n != 0);
  }

  @Example
  void aPowerHasAPositiveBaseAndIsRationalExactlyIfItsExponentIsAnInteger() {
    Rational half = Rational.of(1, 2);
    assertThrows(IllegalArgumentException.class, () -> RationalPower.of(Rational.ZERO, half));
    assertThrows(IllegalArgumentException.class, () -> RationalPower.of(Rational.of(-2), half));
    assertEquals(Rational.of(2), RationalPower.of(Rational.of(4), half));
    assertEquals(Rational.of(1), RationalPower.of(Rational.ONE, half));
    assertFalse(RationalPower.of(Rational.of(2), half) instanceof Rational);
    assertTrue(RationalPower.of(Rational.of(2), Rational.of(1, 4)).rationalSquare().isEmpty());
    Ball fourth = RationalPower.of(Rational.of(2), Rational.of(1, 4)).in(OVER);
    assertTrue(OVER.power(fourth, 4).contains(Rational.of(2)));
    Ball square = RationalPower.of(Rational.of(2), Rational.of(1, 4)).squareIn(OVER);
    assertTrue(OVER.square(square).contains(Rational.of(2)));
  }

  @Property(tries = 200)
  void aGeometricSumHasItsTermsAndNoOthers(
      @ForAll @IntRange(min = 0, max = 60) int n, @ForAll @IntRange(min = 0, max = 20) int tenths) {
    Rational q = Rational.of(tenths, 10);
    Rational sum = Rational.ZERO;
    Rational power = Rational.ONE;
    for (int i = 0; i < n; i++) {
      sum = sum.add(power);
      power = power.multiply(q);
    }
    Ball ball = GeometricSum.of(OVER, OVER.of(q), n);
    assertTrue(ball.contains(sum));
    assertTrue(ball.isExact() || ball.accuracyBits() > 180);
  }

  @Property(tries = 200)
  void theWeightOfABranchIsTheShareOfItsVariance(
      @ForAll @IntRange(min = 1, max = 50) int p, @ForAll @IntRange(min = 1, max = 50) int q) {
    Rational square = Rational.of(p, q);
    Rational sigma = Rational.of(p, p + q);
    ResidualLayer block = new ResidualLayer(RationalPower.sqrt(square));
    assertTrue(block.sigma(OVER).contains(sigma));
    assertTrue(block.growth(OVER).contains(square.add(1)));
    // a fourth root has no rational square
    ResidualLayer fourth = new ResidualLayer(RationalPower.of(square, Rational.of(1, 4)));
    Ball odds = OVER.divide(fourth.sigma(OVER), OVER.subtract(OVER.of(1), fourth.sigma(OVER)));
    assertTrue(OVER.square(odds).contains(square));
    Ball growth = OVER.subtract(fourth.growth(OVER), OVER.of(1));
    assertTrue(OVER.square(growth).contains(square));
  }

  @Example
  void aBranchHasAPositiveWeight() {
    for (Rational alpha : new Rational[] {Rational.ZERO, Rational.of(-1, 2)}) {
      assertThrows(KernelSpecificationException.class, () -> new ResidualLayer(alpha));
    }
  }

  @Example
  void everyRangeHoldsItsEndsAndNothingBeyond() {
    assertRange(Range.DEPTH, new long[] {1, 1_000_000}, new long[] {0, 1_000_001, -3});
    assertRange(Range.DEGREE, new long[] {0, 1, 100}, new long[] {-1, 101});
    assertRange(Range.POWER, new long[] {1, 100}, new long[] {0, 101});
    assertRange(Range.LAYER, new long[] {1, 1_000_001}, new long[] {0, 1_000_002});
    assertRange(Range.POSITIVE, new long[] {1}, new long[] {0, -1});
    assertRange(Range.NON_NEGATIVE, new long[] {0, 1}, new long[] {-1});
    assertRange(Range.UP_TO_TWO, new long[] {1, 2}, new long[] {0, -1, 3});
    assertRange(Range.EXPONENT, new long[] {-1000, 1000}, new long[] {-1001, 1001});
    Rational half = Rational.of(1, 2);
    assertFalse(Range.DEPTH.contains(half.add(1)));
    for (Range range : new Range[] {Range.DEPTH, Range.DEGREE, Range.POWER, Range.LAYER}) {
      assertFalse(range.contains(half));
    }
    assertTrue(Range.HALF_INTEGER.contains(half));
    assertTrue(Range.HALF_INTEGER.contains(Rational.of(2001, 2)));
    for (Rational no :
        new Rational[] {
          Rational.of(2003, 2), Rational.of(-1, 2), Rational.of(1), Rational.of(1, 4)
        }) {
      assertFalse(Range.HALF_INTEGER.contains(no));
    }
  }

  private static void assertRange(Range range, long[] inside, long[] outside) {
    for (long value : inside) {
      assertTrue(range.contains(Rational.of(value)), range + " and " + value);
    }
    for (long value : outside) {
      assertFalse(range.contains(Rational.of(value)), range + " and " + value);
    }
  }
}

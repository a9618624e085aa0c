package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Functions of wide balls contain the values at both ends, and hardly more. */
class BallFunctionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);
  private static final BallArithmetic FINE = BallArithmetic.ofBits(400);

  private static Rational thousandths(int n) {
    return Rational.of(n, 1000);
  }

  /** An increasing function on [low, high]. */
  private static void assertHull(
      BiFunction<BallArithmetic, Ball, Ball> f, Rational low, Rational high, double most) {
    Ball ball = OVER.between(low, high);
    assertTrue(ball.contains(low) && ball.contains(high), ball::toString);
    Ball image = f.apply(OVER, ball);
    Ball least = f.apply(FINE, FINE.of(low));
    Ball greatest = f.apply(FINE, FINE.of(high));
    assertTrue(image.contains(least) && image.contains(greatest), () -> image + " of " + ball);
    double width = FINE.subtract(greatest, least).toDouble();
    double wide = 2 * image.radius().toDouble();
    assertTrue(wide <= most * width + 1e-25, () -> image + " is wider than " + width);
  }

  @Property(tries = 300)
  void increasingFunctionsOfAnyWidthAreEnclosedByTheirEnds(
      @ForAll @IntRange(min = -999, max = 998) int low,
      @ForAll @IntRange(min = 1, max = 1998) int width) {
    Rational least = thousandths(low);
    Rational most = thousandths(Math.min(999, low + width));
    assertHull(BallArithmetic::asin, least, most, 1.5);
    assertHull(BallArithmetic::exp, least, most, 4);
    Rational far = Rational.of(7);
    assertHull(BallArithmetic::atan, least.multiply(far), most.multiply(far), 8);
    assertHull(BallArithmetic::exp, least.multiply(far), most.multiply(far), 16);
    assertHull(BallArithmetic::log, least.add(1), most.add(1), 2.5);
  }

  @Example
  void nothingBeyondOneHasAnArcSine() {
    Rational beyond = Rational.of(1001, 1000);
    for (Rational end : new Rational[] {beyond, beyond.negate()}) {
      assertThrows(DomainException.class, () -> OVER.asin(OVER.of(end)));
      assertThrows(DomainException.class, () -> OVER.asin(Ball.exact(end.doubleValue())));
      Ball reaching = OVER.between(end, Rational.ZERO);
      Ball ordered = end.signum() < 0 ? reaching : OVER.between(Rational.ZERO, end);
      assertThrows(DomainException.class, () -> OVER.asin(ordered));
    }
    Ball right = OVER.scale(OVER.pi(), Rational.of(1, 2));
    assertTrue(OVER.asin(Ball.exact(1)).overlaps(right));
    assertTrue(OVER.acos(Ball.exact(-1)).overlaps(OVER.pi()));
  }

  /** By the vector of both, or by the sine where that is tiny or one of them wide. */
  @Property(tries = 200)
  void anAngleIsFoundFromItsSineAndCosineHoweverWide(
      @ForAll @IntRange(min = 1, max = 1500) int low,
      @ForAll @IntRange(min = 1, max = 70) int width) {
    Rational least = thousandths(low);
    Rational most = thousandths(Math.min(1560, low + width));
    Ball theta = OVER.between(least, most);
    Ball angle = OVER.acuteAngle(OVER.sin(theta), OVER.cos(theta));
    assertTrue(angle.contains(least) && angle.contains(most), angle::toString);
    Ball point = OVER.of(least);
    Ball exact = OVER.acuteAngle(OVER.sin(point), OVER.cos(point));
    assertTrue(exact.contains(FINE.of(least)) || exact.overlaps(point), exact::toString);
    assertTrue(exact.accuracyBits() > 85, exact::toString);
  }

  @Property(tries = 60)
  void aTinyAngleIsItsSine(@ForAll @IntRange(min = 40, max = 300) int order) {
    Ball tiny = Ball.exact(3).shifted(-order);
    Ball angle = OVER.acuteAngle(OVER.sin(tiny), OVER.cos(tiny));
    assertTrue(angle.contains(tiny), angle::toString);
    assertTrue(angle.accuracyBits() > 90, angle::toString);
  }

  /**
   * By the series, from the midpoint or by the definition, whichever the size of the angle says.
   */
  @Property(tries = 60)
  void theDefectIsThatOfItsDefinitionAtEverySizeAndPrecision(
      @ForAll @IntRange(min = 1, max = 3141) int angle, @ForAll boolean isLong) {
    BallArithmetic over = BallArithmetic.ofBits(isLong ? 1100 : 100);
    BallArithmetic fine = BallArithmetic.ofBits(1300);
    Ball theta = fine.of(thousandths(angle));
    Ball versine = fine.subtract(Ball.exact(1), fine.cos(theta)).shifted(1);
    Ball numerator = fine.subtract(fine.sin(theta), fine.multiply(theta, fine.cos(theta)));
    Ball expected = fine.divide(numerator, versine);
    Ball at = over.of(thousandths(angle));
    BallArithmetic.SinCos half = over.sinCos(at.shifted(-1));
    Ball defect = over.arcCosineDefect(at, half.sin(), half.cos());
    assertTrue(defect.overlaps(expected), () -> defect + " is not " + expected);
    assertTrue(defect.accuracyBits() > over.bits() - 14, defect::toString);
  }

  @Property(tries = 100)
  void rationalPowersAreAsAccurateAsTheirPrecision(
      @ForAll @IntRange(min = -40, max = 40) int p,
      @ForAll @IntRange(min = 1, max = 9) int q,
      @ForAll @IntRange(min = 1, max = 5000) int base) {
    Rational exponent = Rational.of(p, q);
    Ball power = OVER.power(OVER.of(thousandths(base)), exponent);
    Ball back = FINE.power(FINE.of(thousandths(base)), exponent);
    assertTrue(power.contains(back) || power.overlaps(back), power::toString);
    assertTrue(power.isExact() || power.accuracyBits() > 88, power::toString);
    assertEquals(
        p == 0 || base == 1000, power.overlaps(Ball.exact(1)), () -> power + " for " + exponent);
  }

  @Property(tries = 100)
  void risingFactorialsOfPositiveNumbersAreQuotientsOfGammas(
      @ForAll @IntRange(min = -3, max = 20) int thirds, @ForAll @IntRange(max = 12) int n) {
    Rational x = Rational.of(thirds, 3);
    Rational product = Rational.ONE;
    for (int i = 0; i < n; i++) {
      product = product.multiply(x.add(i));
    }
    assertEquals(thirds > 0, OVER.risingFactorial(x, n).isPresent());
    if (thirds > 0) {
      Ball rising = OVER.risingFactorial(x, n).orElseThrow();
      assertTrue(rising.contains(product), rising::toString);
      assertTrue(rising.accuracyBits() > 90, rising::toString);
    }
  }

  /** A power of a number of thousands of bits before or behind the point. */
  @Property(tries = 100)
  void farPowersKeepTheirAccuracy(
      @ForAll @IntRange(min = -3000, max = 3000) int order,
      @ForAll @IntRange(min = -10_000, max = 10_000) int n) {
    // no integer, nor half of one, whose powers are products
    Ball power = OVER.power(Ball.exact(3).shifted(order), Rational.of(7 * n + 1, 7));
    assertTrue(power.isExact() || power.accuracyBits() > 90, power::toString);
  }

  @Example
  void theSmallerOfTwoIsThatOfTheSmallerMidpoint() {
    Ball wide = Ball.exact(1).inflate(Ball.exact(5));
    assertTrue(OVER.isBelow(wide, Ball.exact(2)));
    assertEquals(false, OVER.isBelow(Ball.exact(2), wide));
    assertEquals(false, OVER.isBelow(wide, Ball.exact(1)));
  }
}

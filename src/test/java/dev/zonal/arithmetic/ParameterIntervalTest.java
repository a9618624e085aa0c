package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Parameter.Interval;
import dev.zonal.arithmetic.Parameter.Interval.Coordinate;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Parameters that are known by two bounds of a coordinate. */
class ParameterIntervalTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);

  private static Rational hundredths(int n) {
    return Rational.of(n, 100);
  }

  @Property(tries = 300)
  void itIsEveryNumberBetweenItsBoundsAndHardlyMore(
      @ForAll Coordinate coordinate,
      @ForAll @IntRange(min = 50, max = 300) int least,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(max = 100) int where) {
    Rational low = hundredths(least);
    Rational high = hundredths(least + width);
    Rational member = low.add(hundredths(width).multiply(hundredths(where)));
    Interval interval = Interval.between(coordinate, low, high);
    assertHolds(interval.in(OVER), member, low, high);
    assertHolds(interval.squareIn(OVER), member.pow(2), low.pow(2), high.pow(2));
    assertHolds(interval.shareIn(OVER), share(member), share(low), share(high));
  }

  /** The enclosure of all members is as wide as they are, but for a divisor that counts apart. */
  private static void assertHolds(Ball all, Rational member, Rational low, Rational high) {
    assertTrue(all.contains(member), () -> all + " without " + member);
    Rational most = high.subtract(low).multiply(40);
    assertTrue(all.upper().subtract(all.lower()).compareTo(most) <= 0, all::toString);
  }

  private static Rational share(Rational a) {
    return a.pow(2).divide(a.pow(2).add(1));
  }

  @Property(tries = 200)
  void aCoordinateIsUndoneByItsParameter(
      @ForAll Coordinate coordinate, @ForAll @IntRange(max = 500) int n) {
    Rational a = hundredths(n);
    assertEquals(a, coordinate.parameter(coordinate.of(a)));
    Rational expected =
        switch (coordinate) {
          case VALUE -> a;
          case SQUARE -> a.pow(2);
          case SHARE -> share(a);
        };
    assertEquals(expected, coordinate.of(a));
    assertEquals(a.pow(2), coordinate.square(coordinate.of(a)));
  }

  @Property(tries = 200)
  void oneContainsAnotherIfNoMemberIsOutside(
      @ForAll @IntRange(max = 9) int a,
      @ForAll @IntRange(min = 1, max = 9) int b,
      @ForAll @IntRange(max = 9) int c,
      @ForAll @IntRange(min = 1, max = 9) int d) {
    Interval one = new Interval(Coordinate.VALUE, Rational.of(a), Rational.of(a + b));
    Interval other = new Interval(Coordinate.VALUE, Rational.of(c), Rational.of(c + d));
    assertEquals(a <= c && c + d <= a + b, one.contains(other));
    Interval squares = new Interval(Coordinate.SQUARE, Rational.of(c), Rational.of(c + d));
    assertFalse(one.contains(squares));
  }

  @Property(tries = 60)
  void boundsOfNoWidthAreRefused(
      @ForAll Coordinate coordinate,
      @ForAll @IntRange(max = 9) int lower,
      @ForAll @IntRange(max = 9) int less) {
    Rational low = Rational.of(lower, 10);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Interval(coordinate, low, low.subtract(less)));
    assertTrue(refusal.getMessage().contains("from " + low), refusal::getMessage);
  }

  @Example
  void infinityIsTheShareOne() {
    Interval far = Interval.from(Rational.of(3));
    assertEquals(new Interval(Coordinate.SHARE, Rational.of(9, 10), Rational.ONE), far);
    assertTrue(far.isInfinite());
    assertFalse(Interval.between(Coordinate.SHARE, Rational.ONE, Rational.of(3)).isInfinite());
    assertFalse(new Interval(Coordinate.VALUE, Rational.ZERO, Rational.ONE).isInfinite());
    assertFalse(new Interval(Coordinate.SQUARE, Rational.ZERO, Rational.ONE).isInfinite());
  }

  @Example
  void itIsPrintedByItsEndsOrByItsCoordinate() {
    Rational tenth = Rational.of(1, 10);
    assertEquals("[1/10,1]", new Interval(Coordinate.VALUE, tenth, Rational.ONE).toString());
    assertEquals("[1/10,1]", Interval.between(Coordinate.SQUARE, tenth, Rational.ONE).toString());
    assertEquals("[1/10,1]", Interval.between(Coordinate.SHARE, tenth, Rational.ONE).toString());
    assertEquals("[3,infinity]", Interval.from(Rational.of(3)).toString());
    Rational half = Rational.of(1, 2);
    assertEquals(
        "square in [1/4,1/2]", new Interval(Coordinate.SQUARE, half.pow(2), half).toString());
    assertEquals(
        "square in [1/2,1]", new Interval(Coordinate.SQUARE, half, Rational.ONE).toString());
    assertEquals(
        "share in [1/3,1]",
        new Interval(Coordinate.SHARE, Rational.of(1, 3), Rational.ONE).toString());
  }

  @Example
  void nothingOfItIsOneNumber() {
    Interval interval = new Interval(Coordinate.SQUARE, Rational.ZERO, Rational.ONE);
    assertEquals(Optional.empty(), interval.rationalSquare());
    assertFalse(interval.isZero());
    DomainException refusal =
        assertThrows(DomainException.class, () -> interval.in(new DoubleArithmetic()));
    assertTrue(refusal.getMessage().contains("[0,1] is no number"), refusal::getMessage);
    assertEquals(Optional.empty(), new Symbol("a").rationalSquare());
    assertEquals("a", new Symbol("a").toString());
    assertTrue(Rational.ZERO.isZero());
    assertEquals(Rational.ZERO, Coordinate.SHARE.parameter(Rational.ZERO));
  }
}

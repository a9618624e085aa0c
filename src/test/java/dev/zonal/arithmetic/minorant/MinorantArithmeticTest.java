package dev.zonal.arithmetic.minorant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MinorantArithmeticTest {
  private static final int ORDER = 9;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(60);
  private static final MinorantArithmetic MINORANTS = MinorantArithmetic.of(OVER, ORDER);
  private static final Ball UNIT = Ball.exact(1).shifted(-40);

  @Provide
  Arbitrary<List<Rational>> polynomials() {
    return Arbitraries.integers()
        .between(0, 12)
        .map(n -> Rational.of(n, 70))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  /** c_0 + c_1 u + ..., by sums and products of u. */
  private static Minorant of(List<Rational> coefficients) {
    Minorant sum = MINORANTS.of(0);
    Minorant power = MINORANTS.of(1);
    for (Rational c : coefficients) {
      sum = MINORANTS.add(sum, MINORANTS.multiply(MINORANTS.of(c), power));
      power = MINORANTS.multiply(power, MINORANTS.variable());
    }
    return sum;
  }

  private static List<Rational> product(List<Rational> a, List<Rational> b) {
    List<Rational> product = new ArrayList<>();
    for (int n = 0; n < a.size() + b.size() - 1; n++) {
      Rational sum = Rational.ZERO;
      for (int i = Math.max(0, n - b.size() + 1); i <= Math.min(n, a.size() - 1); i++) {
        sum = sum.add(a.get(i).multiply(b.get(n - i)));
      }
      product.add(sum);
    }
    return product;
  }

  private static List<Rational> sum(List<Rational> a, List<Rational> b) {
    List<Rational> sum = new ArrayList<>();
    for (int n = 0; n < Math.max(a.size(), b.size()); n++) {
      Rational left = n < a.size() ? a.get(n) : Rational.ZERO;
      sum.add(n < b.size() ? left.add(b.get(n)) : left);
    }
    return sum;
  }

  /** Lower bounds, and none that is far from what it bounds. */
  private static void check(List<Rational> exact, Minorant minorant) {
    List<Ball> bounds = MINORANTS.lowerBounds(minorant);
    for (int n = 0; n < Math.min(ORDER, exact.size()); n++) {
      Rational bound = n < bounds.size() ? bounds.get(n).lower() : Rational.ZERO;
      Rational below = exact.get(n).subtract(bound);
      assertTrue(bound.signum() >= 0 && below.signum() >= 0, () -> bound + " of " + exact);
      assertTrue(below.compareTo(UNIT.upper()) <= 0, () -> bound + " of " + exact);
    }
    assertTrue(bounds.size() <= ORDER);
  }

  @Property(tries = 60)
  void sumsAndProductsHaveLowerBounds(
      @ForAll("polynomials") List<Rational> a, @ForAll("polynomials") List<Rational> b) {
    check(a, of(a));
    check(sum(a, b), MINORANTS.add(of(a), of(b)));
    check(product(a, b), MINORANTS.multiply(of(a), of(b)));
    List<Rational> third = a.stream().map(c -> c.divide(3)).toList();
    check(third, MINORANTS.divide(of(a), MINORANTS.of(3)));
  }

  /** By Horner's rule over exact polynomials. */
  @Property(tries = 60)
  void compositionsHaveLowerBounds(
      @ForAll("polynomials") List<Rational> outer, @ForAll("polynomials") List<Rational> inner) {
    List<Rational> exact = List.of(Rational.ZERO);
    for (int n = outer.size() - 1; n >= 0; n--) {
      exact = sum(product(exact, inner), List.of(outer.get(n)));
    }
    List<Ball> coefficients = outer.stream().map(OVER::of).toList();
    check(exact, MINORANTS.compose(coefficients, of(inner)));
    check(outer, MINORANTS.compose(coefficients, MINORANTS.variable()));
  }

  /** The powers that are kept are those of the function that is asked for. */
  @Example
  void anotherFunctionHasOtherPowers() {
    List<Ball> square = List.of(Ball.exact(0), Ball.exact(0), Ball.exact(1));
    List<Rational> a = List.of(Rational.of(1, 2), Rational.of(1, 4));
    List<Rational> b = List.of(Rational.of(1, 8), Rational.of(1, 2));
    check(product(a, a), MINORANTS.compose(square, of(a)));
    check(product(b, b), MINORANTS.compose(square, of(b)));
    check(product(a, a), MINORANTS.compose(square, of(a)));
  }

  @Example
  void anEnclosureThatReachesBelowZeroBoundsNothing() {
    Ball wide = Ball.exact(0.25).inflate(Ball.exact(0.5));
    List<Ball> bounds =
        MINORANTS.lowerBounds(MINORANTS.compose(List.of(wide, wide), MINORANTS.variable()));
    assertTrue(bounds.stream().allMatch(b -> b.isExact() && b.containsZero()), bounds::toString);
    Ball inside = Ball.exact(0.5).inflate(Ball.exact(0.25));
    Ball bound =
        MINORANTS.lowerBounds(MINORANTS.compose(List.of(inside), MINORANTS.variable())).get(0);
    assertTrue(bound.upper().compareTo(Rational.of(1, 4)) <= 0, bound::toString);
  }

  @Example
  void aNegativeConstantBesideAFunctionIsRefused() {
    Minorant u = MINORANTS.variable();
    Minorant negative = MINORANTS.of(-1);
    Minorant unclear = new Minorant.Constant(Ball.exact(0).inflate(Ball.exact(1)));
    for (Minorant constant : List.of(negative, unclear)) {
      assertThrows(DomainException.class, () -> MINORANTS.add(u, constant));
      assertThrows(DomainException.class, () -> MINORANTS.multiply(constant, u));
    }
    assertThrows(DomainException.class, () -> MINORANTS.divide(u, negative));
    assertThrows(DomainException.class, () -> MINORANTS.scale(u, Rational.of(-1)));
    assertTrue(MINORANTS.value(MINORANTS.add(negative, MINORANTS.of(3))).contains(Rational.of(2)));
  }

  @Example
  void whatIsNoSumOrProductIsRefused() {
    Minorant u = MINORANTS.variable();
    Minorant one = MINORANTS.of(1);
    assertThrows(DomainException.class, () -> MINORANTS.subtract(one, u));
    assertThrows(DomainException.class, () -> MINORANTS.subtract(u, one));
    assertThrows(DomainException.class, () -> MINORANTS.divide(one, u));
    assertThrows(DomainException.class, () -> MINORANTS.sqrt(u));
    assertThrows(DomainException.class, () -> MINORANTS.exp(u));
    assertThrows(DomainException.class, () -> MINORANTS.log(u));
    assertThrows(DomainException.class, () -> MINORANTS.sin(u));
    assertThrows(DomainException.class, () -> MINORANTS.cos(u));
    assertThrows(DomainException.class, () -> MINORANTS.asin(u));
    assertThrows(DomainException.class, () -> MINORANTS.arcCosineDefect(u, u, u));
  }

  /** As long compositions as there are, by blocks of which the last is not whole. */
  @Property(tries = 12)
  void aSeriesOfAnyLengthIsComposedUpToTheOrder(@ForAll @IntRange(min = 0, max = 14) int length) {
    List<Rational> outer = IntStream.range(0, length).mapToObj(n -> Rational.of(1, n + 2)).toList();
    List<Rational> inner = List.of(Rational.of(1, 8), Rational.of(1, 2), Rational.of(1, 4));
    List<Rational> exact = List.of(Rational.ZERO);
    for (int n = Math.min(ORDER, length) - 1; n >= 0; n--) {
      exact = sum(product(exact, inner), List.of(outer.get(n)));
    }
    List<Ball> coefficients = outer.stream().map(OVER::of).toList();
    check(exact, MINORANTS.compose(coefficients, of(inner)));
    assertEquals(
        Math.min(ORDER, length),
        MINORANTS.lowerBounds(MINORANTS.compose(coefficients, MINORANTS.variable())).size());
  }

  @Example
  void constantsAreWhatBallsMakeOfThem() {
    Minorant third = MINORANTS.of(Rational.of(1, 3));
    Minorant half = MINORANTS.of(Rational.of(1, 2));
    Ball a = OVER.of(Rational.of(1, 3));
    Ball b = OVER.of(Rational.of(1, 2));
    List<Minorant> constants =
        List.of(
            MINORANTS.pi(),
            MINORANTS.subtract(third, half),
            MINORANTS.sqrt(third),
            MINORANTS.exp(third),
            MINORANTS.log(third),
            MINORANTS.sin(third),
            MINORANTS.cos(third),
            MINORANTS.asin(third),
            MINORANTS.arcCosineDefect(third, MINORANTS.sin(half), MINORANTS.cos(half)));
    List<Ball> balls =
        List.of(
            OVER.pi(),
            OVER.subtract(a, b),
            OVER.sqrt(a),
            OVER.exp(a),
            OVER.log(a),
            OVER.sin(a),
            OVER.cos(a),
            OVER.asin(a),
            OVER.arcCosineDefect(a, OVER.sin(b), OVER.cos(b)));
    for (int i = 0; i < balls.size(); i++) {
      assertEquals(balls.get(i).lower(), MINORANTS.value(constants.get(i)).lower());
      assertEquals(balls.get(i).upper(), MINORANTS.value(constants.get(i)).upper());
    }
  }

  @Example
  void anArithmeticHasTheOrderAndThePrecisionThatItIsMadeWith() {
    MinorantArithmetic least = MinorantArithmetic.of(OVER, 2);
    assertEquals(2, least.order());
    assertEquals(OVER, least.balls());
    assertThrows(IllegalArgumentException.class, () -> MinorantArithmetic.of(OVER, 1));
  }
}

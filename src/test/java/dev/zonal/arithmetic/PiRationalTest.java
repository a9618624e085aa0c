package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rational multiples of powers of pi. */
class PiRationalTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);

  private static Ball value(PiRational x) {
    Ball value = x.in(OVER);
    assertTrue(value.isExact() || value.accuracyBits() > 90, value::toString);
    return value;
  }

  @Property(tries = 300)
  void sumsAndProductsAreThoseOfTheNumbers(
      @ForAll @IntRange(min = -3, max = 3) int p,
      @ForAll @IntRange(min = -2, max = 2) int i,
      @ForAll @IntRange(min = -3, max = 3) int q,
      @ForAll @IntRange(min = -2, max = 2) int j) {
    PiRational x = new PiRational(Rational.of(p, 2), i);
    PiRational y = new PiRational(Rational.of(q, 3), j);
    Ball product = OVER.multiply(value(x), value(y));
    assertTrue(product.overlaps(value(x.multiply(y))));
    assertTrue(OVER.scale(value(x), Rational.of(q, 3)).overlaps(value(x.scale(Rational.of(q, 3)))));
    boolean isSuch = p == 0 || q == 0 || i == j;
    assertEquals(isSuch, x.add(y).isPresent());
    x.add(y).ifPresent(sum -> assertTrue(OVER.add(value(x), value(y)).overlaps(value(sum))));
    assertEquals(p == 0, x.isZero());
    // there is one zero
    assertEquals(p == 0 ? 0 : i, x.power());
    assertEquals(
        p == 0 || i == 0 ? Optional.of(Rational.of(p, 2)) : Optional.empty(), x.rational());
  }
}

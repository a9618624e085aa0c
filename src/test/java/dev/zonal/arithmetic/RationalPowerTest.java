package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RationalPowerTest {

  @Property
  void equal_numbers_have_equal_forms(
      @ForAll @IntRange(min = 1, max = 60) int p,
      @ForAll @IntRange(min = 1, max = 60) int q,
      @ForAll @IntRange(min = -6, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 6) int m,
      @ForAll @IntRange(min = 1, max = 7) int j) {
    Rational base = Rational.of(p, q);
    Parameter direct = RationalPower.of(base, Rational.of(n, m));
    Parameter byPower = RationalPower.of(base.pow(j), Rational.of(n, m * j));
    Parameter byInverse = RationalPower.of(Rational.of(q, p).pow(j), Rational.of(-n, m * j));
    assertEquals(direct, byPower);
    assertEquals(direct, byInverse);
    assertEquals(direct.hashCode(), byPower.hashCode());
    double value = direct.in(new DoubleArithmetic());
    assertEquals(Math.pow((double) p / q, (double) n / m), value, 1e-12 * value);
  }

  @Property
  void the_square_is_rational_exactly_where_it_is_said_to_be(
      @ForAll @IntRange(min = 1, max = 400) int p, @ForAll @IntRange(min = 1, max = 400) int q) {
    Rational square = Rational.of(p, q);
    assertEquals(Optional.of(square), RationalPower.sqrt(square).rationalSquare());
    Parameter fourthRoot = RationalPower.of(square, Rational.of(1, 4));
    boolean isSquare = RationalPower.sqrt(square) instanceof Rational;
    assertEquals(isSquare, fourthRoot.rationalSquare().isPresent());
  }

  @Test
  void a_rational_number_has_a_positive_denominator() {
    assertEquals("-1/2", Rational.of(1, -2).toString());
    assertEquals("1/2", Rational.of(-2).reciprocal().negate().toString());
  }

  @Test
  void a_symbol_has_no_numerical_value() {
    Kernel kernel = new ResidualTangentKernel(2, new Symbol("alpha"));
    DoubleArithmetic doubles = new DoubleArithmetic();
    assertEquals("resntk:L=2,alpha=alpha", kernel.toString());
    DomainException refusal =
        assertThrows(
            DomainException.class,
            () -> kernel.evaluate(doubles, ChordAngle.ofTheta(doubles, 1.0)));
    assertEquals("the symbol alpha has no numerical value", refusal.getMessage());
  }
}

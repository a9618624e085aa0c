package dev.zonal.arithmetic.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;

class StripFunctionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(80);
  private static final int DIGITS = 30;

  private static Apcomplex number(double x, double y) {
    return new Apcomplex(new Apfloat(x, DIGITS), new Apfloat(y, DIGITS));
  }

  private static Apcomplex divided(Apcomplex z, int n) {
    return z.divide(new Apfloat(n, DIGITS));
  }

  /** g(z), as it is defined. */
  private static Apcomplex part(StripFunction phi, Apcomplex z) {
    Apcomplex half = divided(z, 2);
    return switch (phi) {
      case TANH -> ApcomplexMath.tanh(z);
      case SIGMOID -> divided(ApcomplexMath.tanh(half), 2);
      case SOFTPLUS ->
          ApcomplexMath.log(ApcomplexMath.exp(z).add(new Apfloat(1, DIGITS))).subtract(half);
      case SWISH -> half.multiply(ApcomplexMath.tanh(half));
    };
  }

  /** A central difference. */
  private static Apcomplex slope(StripFunction phi, Apcomplex z) {
    Apfloat step = new Apfloat("1e-10", DIGITS);
    return part(phi, z.add(step))
        .subtract(part(phi, z.subtract(step)))
        .divide(step.multiply(new Apfloat(2, DIGITS)));
  }

  @Property(tries = 120)
  void theBoundsHoldInTheStrip(
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = -12, max = 12) double x,
      @ForAll @DoubleRange(min = 0, max = 0.97) double part,
      @ForAll @DoubleRange(min = -1, max = 1) double inside) {
    double width = part * Math.PI / 2 / phi.scale().doubleValue();
    Ball secant = OVER.divide(Ball.exact(1), OVER.cos(OVER.scale(Ball.exact(width), phi.scale())));
    Apcomplex z = number(x, inside * width);
    Ball modulus = Ball.exact(ApcomplexMath.abs(z).doubleValue() + 1e-12);
    double value = ApcomplexMath.abs(part(phi, z)).doubleValue();
    double bound = phi.bound(OVER, secant).at(OVER, modulus).toDouble();
    assertTrue(value <= bound * (1 + 1e-9) + 1e-12, () -> value + " exceeds " + bound);
    double slope = ApcomplexMath.abs(slope(phi, z)).doubleValue();
    double slopeBound = phi.slopeBound(OVER, secant).at(OVER, modulus).toDouble();
    assertTrue(slope <= slopeBound * (1 + 1e-7), () -> slope + " exceeds " + slopeBound);
  }

  @Property(tries = 60)
  void valuesAreThoseOfTheDefinition(
      @ForAll StripFunction phi, @ForAll @DoubleRange(min = -15, max = 15) double x) {
    Ball at = Ball.exact(x);
    Ball tanh = phi.tanh(OVER, at);
    double expected = part(phi, number(x, 0)).real().doubleValue();
    assertEquals(expected, phi.part(OVER, at, tanh).toDouble(), 1e-14);
    assertEquals(expected, phi.part(x, tanh.toDouble()), 1e-14);
    assertEquals(
        slope(phi, number(x, 0)).real().doubleValue(),
        phi.partSlope(OVER, at, tanh).toDouble(),
        1e-14);
  }

  /** phi = constant + linear x + g, in particular 1/(1 + exp(-x)) and its primitive. */
  @Property(tries = 100)
  void theFunctionsAreThoseOfTheirNames(@ForAll @DoubleRange(min = -9, max = 9) double x) {
    double logistic = 1 / (1 + Math.exp(-x));
    assertEquals(Math.tanh(x), whole(StripFunction.TANH, x), 1e-14);
    assertEquals(logistic, whole(StripFunction.SIGMOID, x), 1e-14);
    assertEquals(Math.log1p(Math.exp(x)), whole(StripFunction.SOFTPLUS, x), 1e-14);
    assertEquals(x * logistic, whole(StripFunction.SWISH, x), 1e-14);
  }

  private static double whole(StripFunction phi, double x) {
    Rational linear = phi.linear();
    double tanh = Math.tanh(phi.scale().doubleValue() * x);
    return phi.constant().doubleValue() + linear.doubleValue() * x + phi.part(x, tanh);
  }
}

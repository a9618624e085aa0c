package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The coefficients of an expansion in powers of the chord as the kernel's own value at a tiny chord
 * r = 2^-m has them: what the terms before one leave over, divided by its power of r. What the
 * terms behind it bring is smaller by r^gap, and the ball is wider than that.
 *
 * @param kernel whose values are enclosed
 * @param isAntipode whether r is the chord to the antipode
 * @param gap a lower bound of the distance between exponents, also to those that are left out
 */
public record SmallChord(Kernel kernel, boolean isAntipode, Rational gap) {
  /** By so much coefficients may grow from one to the next, besides the square of the largest. */
  private static final long GROWTH = 80;

  /**
   * The coefficients in order.
   *
   * @param terms the expansion that is compared, by exponents in ascending order
   */
  public List<Ball> coefficients(
      BallArithmetic over, Map<String, Rational> point, Map<Rational, IExpr> terms) {
    // r^gap is 2^-small or less: the more bits are asked for, the less the terms behind may say.
    long small = 3L * over.bits() / 2;
    long m = Rational.of(small).divide(gap).floor().longValueExact() + 1;
    long highest =
        terms.keySet().stream()
            .mapToLong(s -> s.abs().floor().longValueExact() + 1)
            .max()
            .orElse(0);
    BallArithmetic wide =
        BallArithmetic.ofBits(Math.toIntExact(over.bits() + m * highest + 2 * small));
    Rational r = Rational.of(2).pow(Math.toIntExact(m)).reciprocal();
    Rational below = r.multiply(r).divide(2);
    Rational cosine = Rational.ONE.subtract(below);
    Ball rest =
        kernel.evaluate(wide, ChordAngle.ofCosine(wide, isAntipode ? cosine.negate() : cosine));
    ExpressionEvaluator values = new ExpressionEvaluator(wide, point);
    List<Ball> coefficients = new ArrayList<>();
    Ball largest = wide.of(1);
    for (Map.Entry<Rational, IExpr> term : terms.entrySet()) {
      Ball power = wide.power(wide.of(2), term.getKey().multiply(-m));
      Ball value = values.evaluate(term.getValue());
      largest = wide.add(largest, value.abs());
      Ball beyond = wide.multiply(wide.square(largest), wide.power(wide.of(2), GROWTH - small));
      coefficients.add(wide.divide(rest, power).inflate(beyond));
      rest = wide.subtract(rest, wide.multiply(value, power));
    }
    return coefficients;
  }
}

package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The coefficients of an expansion in powers of t as the function's own value at a tiny t = 2^-m
 * has them: what the terms before one leave over, divided by its power of t. What the terms behind
 * it bring is smaller by t^gap, and the ball is wider than that.
 *
 * @param over how well the coefficients are to be known
 * @param gap a lower bound of the distance between exponents, also to those that are left out
 * @param highest a bound of the exponents without their signs
 */
public record SmallArgument(BallArithmetic over, Rational gap, long highest) {
  /** By so much coefficients may grow from one to the next, besides the square of the largest. */
  private static final long GROWTH = 80;

  /** t^gap is 2^-small or less: the more bits are asked for, the less the terms behind may say. */
  private long small() {
    return 3L * over.bits() / 2;
  }

  private long m() {
    return Rational.of(small()).divide(gap).floor().longValueExact() + 1;
  }

  /** The argument. */
  public Rational t() {
    return Rational.of(2).pow(Math.toIntExact(m())).reciprocal();
  }

  /** What the value and the terms are to be computed in. */
  public BallArithmetic wide() {
    return BallArithmetic.ofBits(Math.toIntExact(over.bits() + m() * highest + 2 * small()));
  }

  /**
   * The coefficients in order.
   *
   * @param value of the function at t
   * @param terms the expansion that is compared, by exponents in ascending order
   */
  public List<Ball> coefficients(Ball value, Map<Rational, Ball> terms) {
    BallArithmetic wide = wide();
    List<Ball> coefficients = new ArrayList<>();
    Ball rest = value;
    Ball largest = wide.of(1);
    for (Map.Entry<Rational, Ball> term : terms.entrySet()) {
      Ball power = wide.power(wide.of(2), term.getKey().multiply(-m()));
      largest = wide.add(largest, term.getValue().abs());
      Ball beyond = wide.multiply(wide.square(largest), wide.power(wide.of(2), GROWTH - small()));
      coefficients.add(wide.divide(rest, power).inflate(beyond));
      rest = wide.subtract(rest, wide.multiply(term.getValue(), power));
    }
    return coefficients;
  }
}

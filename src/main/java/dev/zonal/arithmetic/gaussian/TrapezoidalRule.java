package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;

/**
 * The trapezoidal rule with the nodes -X, -X + h, ..., X = nodes h for Gaussian means, and its
 * error for functions that are holomorphic in the strip |Im z| &lt;= a (docs/theory.md, Theorem
 * 18.2).
 *
 * @param step h, positive
 * @param nodes how many nodes are positive
 * @param height a, positive
 */
record TrapezoidalRule(Rational step, int nodes, Rational height) {
  /** The part of the half width of a strip that is used: a pole at its edge is as far as that. */
  private static final double USED = 0.9375;

  /** exp(8) is about what the bounds of the functions are there. */
  private static final double ROOM = 8;

  private static final int MOST_NODES = 1 << 14;

  /**
   * A plan in doubles, which bounds nothing.
   *
   * @param deviation sqrt(q), about
   * @param terms how many Hermite coefficients are wanted
   * @param bits the absolute accuracy wanted
   * @throws DomainException if it needs too many nodes
   */
  static TrapezoidalRule plan(StripFunction phi, double deviation, int terms, int bits) {
    double accuracy = bits * Math.log(2) + ROOM + Math.log1p(deviation + 1 / deviation);
    double edge = Math.PI / 2 / (phi.scale().doubleValue() * deviation);
    double height = Math.min(USED * edge, Math.sqrt(2 * accuracy));
    double growth = height * height / 2 + height * Math.sqrt(terms);
    double step = 2 * Math.PI * height / (accuracy + growth);
    double end = 2 * Math.sqrt(accuracy + Math.log(terms + 1.0) / 4);
    if (!(end / step < MOST_NODES)) {
      throw new DomainException(
          "Gaussian means at the variance %.3g need more than %s nodes"
              .formatted(deviation * deviation, MOST_NODES));
    }
    return new TrapezoidalRule(brief(step), (int) Math.ceil(end / step) + 1, brief(height));
  }

  /** With few bits, so that the nodes are exact. */
  private static Rational brief(double value) {
    return Rational.of(new BigDecimal((float) value));
  }

  /** The node j h. */
  Rational node(int j) {
    return step.multiply(j);
  }

  /**
   * 1/cos(scale s a), s = sqrt(q).
   *
   * @throws DomainException if the strip reaches the edge of the one in which phi is holomorphic
   */
  Ball secant(BallArithmetic over, StripFunction phi, Ball deviation) {
    Ball angle = over.multiply(over.of(height.multiply(phi.scale())), deviation);
    if (!angle.certainlyLess(over.pi().shifted(-1))) {
      throw new DomainException("the strip of a trapezoidal rule reaches a pole");
    }
    return over.divide(Ball.exact(1), over.cos(angle));
  }

  /**
   * What the rule misses of the mean of g(s X) h_n(X), for every n up to a degree.
   *
   * @param strip the bound of g in the strip
   * @param line the same on the real line
   */
  Ball ofCoefficients(
      BallArithmetic over, LinearBound strip, LinearBound line, Ball deviation, int degree) {
    Ball growth = over.multiply(over.of(height), over.sqrt(over.of(degree)));
    Ball discretised =
        over.multiply(
            over.multiply(discretisation(over), over.exp(growth)),
            strip.at(over, mean(over, deviation)));
    Ball root = over.sqrt(over.sqrt(over.of(degree + 1L)));
    Ball cut = over.multiply(over.scale(root, Rational.of(4, 3)), rest(over, line, deviation));
    return over.add(discretised, cut);
  }

  /** What the rule misses of the mean of g(s X)^2. */
  Ball ofSquare(BallArithmetic over, LinearBound strip, LinearBound line, Ball deviation) {
    Ball bound = strip.at(over, mean(over, deviation));
    Ball discretised = over.multiply(discretisation(over), over.square(bound));
    Ball last = over.multiply(line.at(over, over.multiply(deviation, end(over))), decay(over));
    return over.add(discretised, over.multiply(last, rest(over, line, deviation)));
  }

  /** X. */
  private Ball end(BallArithmetic over) {
    Rational end = node(nodes);
    if (end.compareTo(Rational.of(3, 2)) < 0) {
      throw new DomainException("a trapezoidal rule ends where its terms need not fall yet");
    }
    return over.of(end);
  }

  /** exp(-X^2/4). */
  private Ball decay(BallArithmetic over) {
    return over.exp(over.scale(over.square(end(over)), Rational.of(-1, 4)));
  }

  /** (2 C/X + 2 D s) exp(-X^2/4), the integral of (C + D s x) exp(-x^2/4) from X on at the most. */
  private Ball rest(BallArithmetic over, LinearBound line, Ball deviation) {
    Ball constant = over.divide(line.constant(), end(over));
    Ball linear = over.multiply(line.slope(), deviation);
    return over.multiply(over.add(constant, linear).shifted(1), decay(over));
  }

  /** s sqrt(1 + a^2), the root of the mean square of |s (X + i a)|. */
  private Ball mean(BallArithmetic over, Ball deviation) {
    Rational square = height.multiply(height).add(1);
    return over.multiply(deviation, over.sqrt(over.of(square)));
  }

  /** 2 exp(a^2/2)/(exp(2 pi a/h) - 1). */
  private Ball discretisation(BallArithmetic over) {
    Ball turns = over.scale(over.pi(), height.divide(step).multiply(2));
    Ball above = over.exp(over.of(height.multiply(height).divide(2)));
    return over.divide(above.shifted(1), over.subtract(over.exp(turns), Ball.exact(1)));
  }
}

package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * Bounds of moduli: from bounds of the operands one of the result, for all complex operands and the
 * principal values of the functions. So what is under a root may be slightly negative, and a cosine
 * slightly larger than 1. A bound is the upper end of a ball, and every operation here is
 * increasing (docs/symbolic.md, section 6).
 */
record ModulusBound(BallArithmetic balls) implements Arithmetic<Ball> {
  @Override
  public Ball of(Rational value) {
    return balls.of(value.abs());
  }

  @Override
  public Ball pi() {
    return balls.pi();
  }

  @Override
  public Ball add(Ball a, Ball b) {
    return balls.add(a, b);
  }

  @Override
  public Ball subtract(Ball a, Ball b) {
    return balls.add(a, b);
  }

  @Override
  public Ball multiply(Ball a, Ball b) {
    return balls.multiply(a, b);
  }

  @Override
  public Ball divide(Ball a, Ball b) {
    throw new DomainException("it contains a division by what may vanish");
  }

  @Override
  public Ball sqrt(Ball a) {
    return balls.sqrt(a);
  }

  @Override
  public Ball exp(Ball a) {
    return balls.exp(a);
  }

  @Override
  public Ball log(Ball a) {
    throw new DomainException("it contains a logarithm that may tend to infinity");
  }

  /** |sin z| and |cos z| are at most cosh(Im z). */
  @Override
  public Ball sin(Ball a) {
    return balls.exp(a);
  }

  @Override
  public Ball cos(Ball a) {
    return balls.exp(a);
  }

  /** |Re asin z| is at most pi/2, |Im asin z| = |log|iz + sqrt(1 - z^2)|| &lt;= arsinh |z|. */
  @Override
  public Ball asin(Ball a) {
    Ball root = balls.sqrt(balls.add(balls.of(1), balls.square(a)));
    return balls.add(balls.pi(), balls.log(balls.add(a, root)));
  }

  @Override
  public Ball arcCosineDefect(Ball theta, Ball sinHalf, Ball cosHalf) {
    throw new DomainException("no bound for the arc-cosine defect");
  }
}

package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.gaussian.HermiteExpansion;
import dev.zonal.arithmetic.gaussian.StripFunction;
import dev.zonal.arithmetic.minorant.Minorant;
import dev.zonal.arithmetic.minorant.MinorantArithmetic;

/**
 * The Gaussian means of a function that is known by its Hermite expansion, over the numbers that
 * can be put into such a series at u = 1: balls, and minorants of power series. Doubles go through
 * balls; where nothing need be known of a number nothing is; the others are refused.
 *
 * @param <T> the numbers
 */
interface HermiteDuals<T> {
  T covariance(GaussianPair<T> pair);

  T derivative(GaussianPair<T> pair);

  T variance(T q);

  T derivativeVariance(T q);

  /** The means over some numbers. */
  @SuppressWarnings("unchecked") // each class belongs to the numbers of its arithmetic
  static <T> HermiteDuals<T> of(Arithmetic<T> over, StripFunction phi) {
    if (over instanceof BallArithmetic balls) {
      return (HermiteDuals<T>) new OfBalls(balls, phi);
    }
    if (over instanceof MinorantArithmetic minorants) {
      return (HermiteDuals<T>) new OfMinorants(minorants, phi);
    }
    if (over instanceof DoubleArithmetic) {
      return (HermiteDuals<T>) new OfDoubles(new OfBalls(BallArithmetic.ofBits(64), phi));
    }
    return new Unknown<>(over);
  }

  /** Over balls. */
  record OfBalls(BallArithmetic over, StripFunction phi) implements HermiteDuals<Ball> {
    private HermiteExpansion squares(Ball q) {
      return HermiteExpansion.of(phi, q, 1, over);
    }

    @Override
    public Ball covariance(GaussianPair<Ball> pair) {
      Ball u = pair.angle().cosine();
      HermiteExpansion first = HermiteExpansion.at(phi, pair.first(), u, over);
      HermiteExpansion second =
          pair.first() == pair.second() ? first : HermiteExpansion.at(phi, pair.second(), u, over);
      return first.function().value(over, u, second.function());
    }

    @Override
    public Ball derivative(GaussianPair<Ball> pair) {
      Ball u = pair.angle().cosine();
      HermiteExpansion first = HermiteExpansion.at(phi, pair.first(), u, over);
      HermiteExpansion second =
          pair.first() == pair.second() ? first : HermiteExpansion.at(phi, pair.second(), u, over);
      return first.slope().value(over, u, second.slope());
    }

    @Override
    public Ball variance(Ball q) {
      return squares(q).function().square();
    }

    @Override
    public Ball derivativeVariance(Ball q) {
      return squares(q).slope().square();
    }
  }

  /** Over minorants: as many Hermite coefficients as the series have terms. */
  record OfMinorants(MinorantArithmetic over, StripFunction phi) implements HermiteDuals<Minorant> {
    private HermiteExpansion expansion(Minorant q) {
      return HermiteExpansion.of(phi, over.value(q), over.order(), over.balls());
    }

    @Override
    public Minorant covariance(GaussianPair<Minorant> pair) {
      return over.compose(
          expansion(pair.first()).function().dual(over.balls()), pair.angle().cosine());
    }

    @Override
    public Minorant derivative(GaussianPair<Minorant> pair) {
      return over.compose(
          expansion(pair.first()).slope().dual(over.balls()), pair.angle().cosine());
    }

    @Override
    public Minorant variance(Minorant q) {
      return new Minorant.Constant(expansion(q).function().square());
    }

    @Override
    public Minorant derivativeVariance(Minorant q) {
      return new Minorant.Constant(expansion(q).slope().square());
    }
  }

  /** Previews. */
  record OfDoubles(OfBalls balls) implements HermiteDuals<Double> {
    private GaussianPair<Ball> pair(GaussianPair<Double> pair) {
      Ball first = Ball.exact(pair.first());
      Ball second = pair.first().equals(pair.second()) ? first : Ball.exact(pair.second());
      return GaussianPair.ofCorrelation(
          balls.over, first, second, Ball.exact(pair.angle().cosine()));
    }

    @Override
    public Double covariance(GaussianPair<Double> pair) {
      return balls.covariance(pair(pair)).toDouble();
    }

    @Override
    public Double derivative(GaussianPair<Double> pair) {
      return balls.derivative(pair(pair)).toDouble();
    }

    @Override
    public Double variance(Double q) {
      return balls.phi.variance(q);
    }

    @Override
    public Double derivativeVariance(Double q) {
      return balls.derivativeVariance(Ball.exact(q)).toDouble();
    }
  }

  /** Where there is no way to the means. */
  record Unknown<T>(Arithmetic<T> over) implements HermiteDuals<T> {
    private T unknown() {
      return over.unknown(
          "the dual of the activation is root-exponential, neither a power law nor geometric: it has"
              + " values and a power series in u of radius of convergence 1, and is known on no"
              + " region and in no chord");
    }

    @Override
    public T covariance(GaussianPair<T> pair) {
      return unknown();
    }

    @Override
    public T derivative(GaussianPair<T> pair) {
      return unknown();
    }

    @Override
    public T variance(T q) {
      return unknown();
    }

    @Override
    public T derivativeVariance(T q) {
      return unknown();
    }
  }
}

package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.kernel.network.ResidualTangentRecursion;

/**
 * How far a residual tangent kernel is, in the supremum norm, from what a vanishing branch weight
 * leaves of it: the kernel of one block where the blocks are trained, u where all layers are. The
 * difference of the two kernels is a difference of functions that increase with u (docs/theory.md,
 * Lemmas 13.11 and 23.4), which is enclosed by bisection. Deep kernels are replaced by the limit
 * kernel of the time L sigma, which costs the same for every depth and is within C/L of them
 * (Theorem 29.3).
 *
 * @param least a ball whose lower end is a lower bound
 * @param most a ball whose upper end is an upper bound
 */
public record VanishingWeightDistance(Ball least, Ball most) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);
  private static final Rational HALF = Rational.of(1, 2);

  /** The bisection stops after so many layers. */
  private static final int MOST_LAYERS = 40_000;

  /** From this depth on the limit kernel is nearer than those layers would lead. */
  private static final int DEEP = 500;

  /** Of the limit kernel, so many values. */
  private static final int MOST_VALUES = 250;

  /** The bounds for a kernel of ReLUs without bias. */
  static VanishingWeightDistance of(ResidualTangentKernel kernel) {
    if (kernel.depth() == 1 && kernel.training() == Training.BLOCKS) {
      return new VanishingWeightDistance(Ball.exact(0), Ball.exact(0));
    }
    return kernel.depth() < DEEP ? ofLayers(kernel) : ofLimit(kernel);
  }

  private static VanishingWeightDistance ofLayers(ResidualTangentKernel kernel) {
    Layers layers = new Layers(kernel);
    MonotoneDifference found =
        MonotoneDifference.of(
            OVER, MOST_LAYERS / kernel.depth(), estimate(DepthRate.of(kernel)), layers::point);
    return new VanishingWeightDistance(found.least(), found.most());
  }

  private static VanishingWeightDistance ofLimit(ResidualTangentKernel kernel) {
    DepthRate rate = DepthRate.of(kernel);
    LimitKernel limit = new LimitKernel(rate.time().midpoint().lower(), kernel.training());
    Ball error = OVER.scale(rate.constant(OVER.of(limit.time())), Rational.of(1, kernel.depth()));
    Limit functions = Limit.of(limit);
    MonotoneDifference found =
        MonotoneDifference.of(functions.over(), MOST_VALUES, estimate(rate), functions::point);
    Ball least = OVER.subtract(found.least(), error);
    return new VanishingWeightDistance(
        least.isPositive() ? least : Ball.exact(0), OVER.add(found.most(), error));
  }

  /** A bound that depends on the time only, for small weights the better one. */
  private static Ball estimate(DepthRate rate) {
    return rate.training() == Training.BLOCKS ? blocks(rate.time()) : all(rate.time());
  }

  /** That of Lemma 13.7. */
  private static Ball blocks(Ball time) {
    Ball grown = OVER.add(Ball.exact(1), OVER.scale(time, Rational.of(1, 5)));
    Ball root = OVER.multiply(OVER.sqrt(OVER.scale(time, Rational.of(2))), grown);
    return OVER.add(time, OVER.scale(OVER.divide(root, OVER.pi()), Rational.of(1, 3)));
  }

  /** That of Lemma 23.4. */
  private static Ball all(Ball time) {
    return OVER.scale(OVER.divide(time, OVER.add(Ball.exact(1), time)), Rational.of(3));
  }

  /** The angle whose quotient by pi is given. */
  private static Angle<Ball> angle(BallArithmetic over, Rational place) {
    return place.equals(Rational.ONE)
        ? ChordAngle.ofCosine(over, Rational.of(-1))
        : ChordAngle.ofTheta(over, over.scale(over.pi(), place));
  }

  /** kappa_1 + (1 + u) kappa_0. */
  private static Ball layer(BallArithmetic over, Angle<Ball> angle) {
    return over.add(angle.kappa1(), over.multiply(raised(over, angle), angle.kappa0()));
  }

  private static Ball raised(BallArithmetic over, Angle<Ball> angle) {
    return over.add(Ball.exact(1), angle.cosine());
  }

  /**
   * What A and B are made of, at a finite depth and in the limit.
   *
   * @param rising the mean over the blocks of what they pass on of (kappa_1 + (1 + u) kappa_0)/2
   * @param falling the same for kappa_0/2
   * @param covariance u_L
   * @param passed what all blocks pass on of what comes before them
   */
  private record Means(
      BallArithmetic over, Ball rising, Ball falling, Ball covariance, Ball passed) {
    /** A and B of Lemma 13.11. */
    MonotoneDifference.Point blocks(Rational place, Angle<Ball> first) {
      return new MonotoneDifference.Point(
          place,
          over.add(rising, over.scale(first.kappa0(), HALF)),
          over.add(falling, over.scale(layer(over, first), HALF)));
    }

    /** A and B of Lemma 23.4. */
    MonotoneDifference.Point all(Rational place, Angle<Ball> first, Ball time) {
      Ball twice = over.scale(time, Rational.of(2));
      Ball value = over.add(Ball.exact(2), twice);
      Ball ends = over.add(covariance, over.multiply(passed, raised(over, first)));
      Ball increasing = over.add(ends, over.multiply(twice, rising));
      Ball decreasing = over.add(passed, over.multiply(twice, falling));
      return new MonotoneDifference.Point(
          place,
          over.divide(increasing, value),
          over.add(over.divide(decreasing, value), first.cosine()));
    }

    MonotoneDifference.Point of(Training training, Rational place, Angle<Ball> first, Ball time) {
      return training == Training.BLOCKS ? blocks(place, first) : all(place, first, time);
    }
  }

  /** The kernel itself, layer by layer. */
  private record Layers(
      ResidualTangentKernel kernel, Ball time, ResidualTangentRecursion.Blocks<Ball> blocks) {
    Layers(ResidualTangentKernel kernel) {
      this(
          kernel,
          OVER.scale(kernel.recursion().layer().sigma(OVER), Rational.of(kernel.depth())),
          kernel.recursion().over(OVER));
    }

    MonotoneDifference.Point point(Rational place) {
      Angle<Ball> first = angle(OVER, place);
      Angle<Ball> angle = first;
      Ball through = Ball.exact(1);
      Ball rising = Ball.exact(0);
      Ball falling = Ball.exact(0);
      for (int l = 1; l <= kernel.depth(); l++) {
        Context.checkpoint();
        Ball passed = blocks.passed(l, angle);
        through = OVER.multiply(through, passed);
        rising = OVER.add(OVER.multiply(passed, rising), layer(OVER, angle));
        falling = OVER.add(OVER.multiply(passed, falling), angle.kappa0());
        angle = blocks.maps().layer(l).next(angle);
      }
      Rational mean = Rational.of(1, 2L * kernel.depth());
      Means means =
          new Means(
              OVER, OVER.scale(rising, mean), OVER.scale(falling, mean), angle.cosine(), through);
      return means.of(kernel.training(), place, first, time);
    }
  }

  /** The limit kernel of the time L sigma. */
  private record Limit(LimitKernel kernel, BallArithmetic over) {
    /** Means over a short time are quotients of small numbers, and a long flow loses digits. */
    static Limit of(LimitKernel kernel) {
      long order = OVER.of(kernel.time()).binaryOrder();
      return new Limit(kernel, BallArithmetic.ofBits((int) (40 + Math.max(-2 * order, 3 * order))));
    }

    MonotoneDifference.Point point(Rational place) {
      Angle<Ball> first = angle(over, place);
      LimitKernel.Parts parts =
          place.isZero() ? LimitKernel.Parts.COINCIDENCE : kernel.parts(over, first.theta());
      Means means =
          new Means(over, parts.rising(), parts.falling(), parts.covariance(), parts.passed());
      return means.of(kernel.training(), place, first, over.of(kernel.time()));
    }
  }
}

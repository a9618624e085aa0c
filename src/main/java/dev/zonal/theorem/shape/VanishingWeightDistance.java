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
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * How far a residual tangent kernel is, in the supremum norm, from what a vanishing branch weight
 * leaves of it: the kernel of one block where the blocks are trained, u where all layers are. It is
 * enclosed by bisection (docs/theory.md, Lemmas 13.11 and 23.4): the difference of the two kernels
 * is a difference A - B of functions that increase with u, so that between a and b it lies in [A(a)
 * - B(b), A(b) - B(a)]. Where the bisection ends early, for deep networks, the estimate of Lemma
 * 13.7 or 23.4 may be the better bound.
 *
 * @param least a ball whose lower end is a lower bound
 * @param most a ball whose upper end is an upper bound
 */
public record VanishingWeightDistance(Ball least, Ball most) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

  /** The bisection stops when the bounds are as near to each other as this, relatively. */
  private static final Rational ENOUGH = Rational.of(33, 32);

  /** It also stops after so many layers, or after the fewest steps. */
  private static final int MOST_LAYERS = 40_000;

  private static final int FEWEST_STEPS = 12;

  /** The bounds for a kernel of ReLUs without bias. */
  static VanishingWeightDistance of(ResidualTangentKernel kernel) {
    return kernel.depth() == 1 && kernel.training() == Training.BLOCKS
        ? new VanishingWeightDistance(Ball.exact(0), Ball.exact(0))
        : new Bisection(kernel).run();
  }

  /**
   * A and B at an angle.
   *
   * @param place the angle over pi
   */
  private record Point(Rational place, Ball rising, Ball falling) {
    Ball difference() {
      return OVER.subtract(rising, falling);
    }
  }

  /**
   * The part between two angles.
   *
   * @param bound a ball whose upper end bounds |A - B|
   */
  private record Cell(Point nearer, Point farther, Ball bound) {
    /** The cosine of the nearer angle is the greater. */
    static Cell between(Point nearer, Point farther) {
      Ball most = OVER.subtract(nearer.rising, farther.falling);
      Ball least = OVER.subtract(farther.rising, nearer.falling);
      Ball negated = OVER.negate(least);
      boolean isBelow = most.upper().compareTo(negated.upper()) < 0;
      return new Cell(nearer, farther, isBelow ? negated : most);
    }
  }

  /** Halves the cell with the largest bound. */
  private static final class Bisection {
    private final ResidualTangentKernel kernel;
    private final Ball sigma;
    private final ResidualTangentRecursion.Blocks<Ball> blocks;
    private final PriorityQueue<Cell> cells =
        new PriorityQueue<>(Comparator.comparing((Cell cell) -> cell.bound().upper()).reversed());
    private Ball least = Ball.exact(0);

    Bisection(ResidualTangentKernel kernel) {
      this.kernel = kernel;
      this.sigma = kernel.recursion().layer().sigma(OVER);
      this.blocks = kernel.recursion().over(OVER);
    }

    VanishingWeightDistance run() {
      cells.add(Cell.between(point(Rational.ZERO), point(Rational.ONE)));
      int steps = Math.max(FEWEST_STEPS, MOST_LAYERS / kernel.depth());
      for (int step = 0; step < steps && !isEnough(); step++) {
        Context.checkpoint();
        Cell cell = cells.remove();
        Point middle = point(cell.nearer.place.add(cell.farther.place).divide(2));
        cells.add(Cell.between(cell.nearer, middle));
        cells.add(Cell.between(middle, cell.farther));
      }
      Ball most = cells.element().bound();
      Ball estimate = estimate();
      return new VanishingWeightDistance(
          least, estimate.upper().compareTo(most.upper()) < 0 ? estimate : most);
    }

    /** The bound of Lemma 13.7 or 23.4. */
    private Ball estimate() {
      return kernel.training() == Training.BLOCKS ? blocksEstimate() : allEstimate();
    }

    private Ball allEstimate() {
      Ball shift = OVER.scale(sigma, Rational.of(kernel.depth()));
      Ball scaled = OVER.divide(shift, OVER.add(Ball.exact(1), shift));
      return OVER.scale(scaled, Rational.of(3));
    }

    private Ball blocksEstimate() {
      Ball sum = Ball.exact(0);
      for (int l = 0; l < kernel.depth(); l++) {
        Context.checkpoint();
        sum = OVER.add(sum, OVER.add(modulus(l), atMostOne(kernel.depth() - 1L - l)));
      }
      return OVER.scale(sum, Rational.of(1, kernel.depth()));
    }

    /** m + asin(sqrt(m/2))/pi for m = min(2, l sigma). */
    private Ball modulus(int l) {
      Ball shift = OVER.scale(sigma, Rational.of(l));
      if (!shift.certainlyLess(Ball.exact(2))) {
        return OVER.of(Rational.of(5, 2));
      }
      Ball root = OVER.sqrt(OVER.scale(shift, Rational.of(1, 2)));
      return OVER.add(shift, OVER.divide(OVER.asin(root), OVER.pi()));
    }

    /** min(1, l sigma). */
    private Ball atMostOne(long l) {
      Ball product = OVER.scale(sigma, Rational.of(l));
      return product.certainlyLess(Ball.exact(1)) ? product : Ball.exact(1);
    }

    private boolean isEnough() {
      return cells.element().bound().certainlyLess(OVER.scale(least, ENOUGH));
    }

    private Point point(Rational place) {
      Angle<Ball> first =
          place.equals(Rational.ONE)
              ? ChordAngle.ofCosine(OVER, Rational.of(-1))
              : ChordAngle.ofTheta(OVER, OVER.scale(OVER.pi(), place));
      Angle<Ball> angle = first;
      Ball passed = blocks.passed(1, angle);
      Ball through = passed;
      Ball rising = layer(angle);
      Ball falling = angle.kappa0();
      for (int l = 1; l < kernel.depth(); l++) {
        Context.checkpoint();
        angle = blocks.maps().layer(l).next(angle);
        passed = blocks.passed(l, angle);
        through = OVER.multiply(through, passed);
        rising = OVER.add(OVER.multiply(passed, rising), layer(angle));
        falling = OVER.add(OVER.multiply(passed, falling), angle.kappa0());
      }
      Point point =
          kernel.training() == Training.BLOCKS
              ? blocks(place, first, rising, falling)
              : all(place, first, angle, through, rising, falling);
      Ball size = point.difference().abs();
      least = size.lower().compareTo(least.lower()) > 0 ? size : least;
      return point;
    }

    /** A and B of Lemma 13.11. */
    private Point blocks(Rational place, Angle<Ball> first, Ball rising, Ball falling) {
      Rational half = Rational.of(1, 2);
      Rational mean = Rational.of(1, 2L * kernel.depth());
      return new Point(
          place,
          OVER.add(OVER.scale(rising, mean), OVER.scale(first.kappa0(), half)),
          OVER.add(OVER.scale(falling, mean), OVER.scale(layer(first), half)));
    }

    /** A and B of Lemma 23.4; the last angle is that before the last block. */
    private Point all(
        Rational place,
        Angle<Ball> first,
        Angle<Ball> last,
        Ball through,
        Ball rising,
        Ball falling) {
      Ball whole = OVER.add(Ball.exact(1), OVER.scale(sigma, Rational.of(kernel.depth())));
      Ball twice = OVER.scale(whole, Rational.of(2));
      Ball covariance = blocks.maps().layer(kernel.depth()).next(last).cosine();
      Ball ends = OVER.add(covariance, OVER.multiply(through, raised(first)));
      Ball increasing = OVER.add(ends, OVER.multiply(sigma, rising));
      Ball decreasing = OVER.add(through, OVER.multiply(sigma, falling));
      return new Point(
          place,
          OVER.divide(increasing, twice),
          OVER.add(OVER.divide(decreasing, twice), first.cosine()));
    }

    /** kappa_1 + (1 + u) kappa_0. */
    private static Ball layer(Angle<Ball> angle) {
      return OVER.add(angle.kappa1(), OVER.multiply(raised(angle), angle.kappa0()));
    }

    private static Ball raised(Angle<Ball> angle) {
      return OVER.add(Ball.exact(1), angle.cosine());
    }
  }
}

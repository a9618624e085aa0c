package dev.zonal.data.length;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How small an eigenvalue of a kernel is that is analytic beyond u = 1 at least: 0 &lt;= eta_k
 * &lt;= 2 f(a) r^(1-k)/(r-1), r = a + sqrt(a^2 - 1), for k &gt;= 1 and every a &gt; 1 at which the
 * kernel has a value (docs/theory.md, Theorem 22.9).
 */
final class EntryBound {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);
  private static final double LARGEST = 1 << 12;
  private static final int BISECTIONS = 16;
  private static final int POINTS = 4;

  /** Beyond this the bound is that of this frequency, which is larger. */
  private static final long LAST = 1_000_000;

  /**
   * The bound that a point a gives.
   *
   * @param ratio r
   * @param factor 2 f(a)/(r-1)
   */
  private record Point(Ball ratio, Ball factor) {
    Ball bound(long k) {
      return OVER.multiply(factor, OVER.power(ratio, 1 - Math.min(k, LAST)));
    }
  }

  private final List<Point> points;

  private EntryBound(List<Point> points) {
    this.points = points;
  }

  /**
   * @param kernel one that {@link dev.zonal.kernel.recurrent.RecurrentLengths#isAnalytic is
   *     analytic}
   */
  static EntryBound of(Kernel kernel) {
    double inside = 1;
    double beyond = LARGEST;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (float) Math.sqrt(inside * beyond);
      if (point(kernel, middle).isPresent()) {
        inside = middle;
      } else {
        beyond = middle;
      }
    }
    List<Point> points = new ArrayList<>();
    for (int j = 1; j <= POINTS; j++) {
      point(kernel, (float) Math.pow(inside, (double) j / POINTS)).ifPresent(points::add);
    }
    return new EntryBound(List.copyOf(points));
  }

  /** Empty if the kernel has no value at a, or a is 1. */
  private static Optional<Point> point(Kernel kernel, double a) {
    if (a <= 1) {
      return Optional.empty();
    }
    Ball at = OVER.of(Rational.of(new BigDecimal(a)));
    try {
      Ball value = kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, at));
      Ball ratio = OVER.add(at, OVER.sqrt(OVER.subtract(OVER.square(at), Ball.exact(1))));
      Ball gap = OVER.subtract(ratio, Ball.exact(1));
      return Optional.of(new Point(ratio, OVER.divide(OVER.scale(value, Rational.of(2)), gap)));
    } catch (ArithmeticException beyond) {
      return Optional.empty();
    }
  }

  /**
   * An interval from 0 that contains eta_k, if it is that small.
   *
   * @param k from 1
   * @param bits it ends below 2^-bits
   */
  Optional<Ball> below(long k, int bits) {
    Ball largest = Ball.exact(1).shifted(-bits);
    return points.stream()
        .map(point -> point.bound(k))
        .filter(bound -> bound.certainlyLess(largest))
        .findFirst()
        .map(bound -> Ball.hull(Ball.exact(0), bound));
  }
}

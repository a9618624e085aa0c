package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.spectrum.value.Precision;

/**
 * The kernel that the residual tangent kernels without bias tend to as the depth L grows and
 * alpha^2 L tends to T &gt; 0 (docs/theory.md, Propositions 13.9 and 13.10). With u = cos theta_0
 * and h(t) = sin t - t cos t it is
 *
 * <pre>
 *   f(u) = h(theta_T)/(2T) Int (sin t + 2 (pi - t) cos t) sin t/h(t)^2 dt,
 *   T = Int pi sin t/h(t) dt,   both from theta_T to theta_0.
 * </pre>
 *
 * <p>where the blocks are trained; where all layers are, it is (Proposition 23.3)
 *
 * <pre>
 *   (cos theta_T + u h(theta_T)/h(theta_0) + 2 T f(u))/(2 (1 + T)).
 * </pre>
 *
 * <p>Taylor expansions with Lagrange's remainder integrate panel by panel, from theta_0 downward;
 * Newton's method leads to theta_T, and its interval form encloses it. Source of the kernel: the
 * Euler steps of the residual recursion, Proposition 13.9.
 *
 * @param time the limit T of alpha^2 L, or of alpha^2 L sw2/2, positive
 * @param training the layers trained
 */
public record LimitKernel(Rational time, Training training) {
  private static final BallArithmetic BOUNDS = Precision.BOUNDS;

  /** The narrowest panel is this fraction of its upper end: the expansions converge fast. */
  private static final Rational SHRINK = Rational.of(15, 16);

  private static final int MOST_PANELS = 4000;

  /** So many of the last bits of a sum may be due to rounding. */
  private static final int ROUNDED = 4;

  public LimitKernel {
    if (time.signum() <= 0) {
      throw new IllegalArgumentException("T must be positive, not " + time);
    }
  }

  /** The limit where the blocks are trained. */
  public LimitKernel(Rational time) {
    this(time, Training.BLOCKS);
  }

  /**
   * An enclosure of f(u) with a relative error of about 2^-bits where f(u) is not small.
   *
   * @param u the cosine of the angle, in [-1, 1]
   */
  public Ball at(Rational u, int bits) {
    if (u.equals(Rational.ONE)) {
      return Ball.exact(1);
    }
    long loss = 3L * Math.max(0, BOUNDS.of(time).binaryOrder()) + BOUNDS.of(u).binaryOrder();
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.SERIES + (int) Math.max(0, loss));
    Flow flow = new Flow(over, over.of(time), over.acos(over.of(u)));
    Ball root = flow.root();
    Ball blocks = flow.blocks(root);
    return BallArithmetic.ofBits(bits + Precision.SERIES)
        .round(training == Training.BLOCKS ? blocks : flow.all(over.of(u), root, blocks));
  }

  /**
   * The limit where the blocks are trained as a difference of two functions that increase with u,
   * with what the flow makes of u, whatever is trained (docs/theory.md, Lemmas 13.11 and 23.4): f =
   * rising - falling.
   *
   * @param rising the mean over the flow of E (kappa_1 + (1 + U) kappa_0)/2
   * @param falling the mean of E kappa_0/2
   * @param covariance U(T)
   * @param passed E, what all of the flow passes on of what comes before it
   */
  record Parts(Ball rising, Ball falling, Ball covariance, Ball passed) {
    /** At u = 1. */
    static final Parts COINCIDENCE =
        new Parts(
            BOUNDS.of(Rational.of(3, 2)),
            BOUNDS.of(Rational.of(1, 2)),
            Ball.exact(1),
            Ball.exact(1));
  }

  /**
   * The parts at an angle.
   *
   * @param theta in (0, pi]
   */
  Parts parts(BallArithmetic over, Ball theta) {
    Flow flow = new Flow(over, over.of(time), theta);
    return flow.parts(flow.root());
  }

  /** The integrals from x to theta_0, as x moves down to theta_T. */
  private static final class Flow {
    private final BallArithmetic over;
    private final Ball time;
    private final Ball start;
    private Ball x;
    private Ball elapsed = Ball.exact(0);
    private Ball gathered = Ball.exact(0);
    private Ball stepped = Ball.exact(0);

    Flow(BallArithmetic over, Ball time, Ball start) {
      this.over = over;
      this.time = time;
      this.start = start;
      this.x = start;
    }

    /** theta_T. */
    Ball root() {
      for (int panel = 0; panel < MOST_PANELS; panel++) {
        Context.checkpoint();
        Ball next = next();
        Ball step = over.subtract(x, next);
        if (step.binaryOrder() < x.binaryOrder() - over.bits() / 2 - 8) {
          return enclosedRoot();
        }
        advance(next);
      }
      throw new ArithmeticException("theta_T was not reached for T = " + time);
    }

    /** Newton's step, or a shorter one where that would leave the reach of the expansions. */
    private Ball next() {
      Ball least = over.scale(x, SHRINK).midpoint();
      Integrands<Ball> at = Integrands.at(over, x);
      if (!at.speed().isPositive()) {
        return least;
      }
      Ball newton = over.subtract(x, over.divide(remaining(), at.speed())).midpoint();
      return newton.certainlyLess(least) ? least : newton;
    }

    private Ball remaining() {
      return over.subtract(time, elapsed);
    }

    private void advance(Ball next) {
      Panel panel = Panel.of(over, next, x);
      elapsed = over.add(elapsed, panel.elapsed());
      gathered = over.add(gathered, panel.gathered());
      stepped = over.add(stepped, panel.stepped());
      x = next;
    }

    /** theta_T = x - (T - elapsed)/speed(xi) with xi between, by the interval Newton method. */
    private Ball enclosedRoot() {
      Ball speed = Integrands.at(over, x).speed();
      // For a short time the step may be smaller than what the subtraction below is rounded by.
      Ball rounding = x.shifted(ROUNDED - over.bits());
      Ball around =
          x.inflate(over.scale(over.divide(remaining(), speed), Rational.of(2))).inflate(rounding);
      Ball root = over.subtract(x, over.divide(remaining(), Integrands.at(over, around).speed()));
      if (!around.contains(root)) {
        throw new ArithmeticException("the interval Newton method does not contract at " + x);
      }
      return root;
    }

    /** The limit where the blocks are trained. */
    Ball blocks(Ball root) {
      return mean(root, gathered, Integrands.at(over, Ball.hull(root, x)).gain());
    }

    /** The mean of an integral up to x that goes on with values around {@code last}. */
    private Ball mean(Ball root, Ball integral, Ball last) {
      Ball all = over.add(integral, over.multiply(over.subtract(x, root), last));
      Ball scaled = over.multiply(Integrands.h(over, root), all);
      return over.scale(over.divide(scaled, time), Rational.of(1, 2));
    }

    Parts parts(Ball root) {
      Integrands<Ball> last = Integrands.at(over, Ball.hull(root, x));
      Ball falling = mean(root, stepped, last.step());
      Ball rising = over.add(mean(root, gathered, last.gain()), falling);
      return new Parts(rising, falling, over.sinCos(root).cos(), passed(root));
    }

    private Ball passed(Ball root) {
      return over.divide(Integrands.h(over, root), Integrands.h(over, start));
    }

    /** The limit where all layers are trained. */
    Ball all(Ball u, Ball root, Ball blocks) {
      Ball ends = over.add(over.sinCos(root).cos(), over.multiply(u, passed(root)));
      Ball twice = over.scale(over.multiply(time, blocks), Rational.of(2));
      Ball value = over.scale(over.add(over.of(1), time), Rational.of(2));
      return over.divide(over.add(ends, twice), value);
    }
  }

  /**
   * What is integrated, at a point or as a series.
   *
   * @param speed pi sin t/h
   * @param gain (sin t + 2 (pi - t) cos t) sin t/h^2
   * @param step (pi - t) sin t/h^2
   */
  private record Integrands<T>(T speed, T gain, T step) {
    private static <T> Integrands<T> of(Arithmetic<T> over, T t, T sin, T cos, T h) {
      T quotient = over.divide(sin, h);
      T toPi = over.subtract(over.pi(), t);
      T layer = over.add(sin, over.multiply(over.scale(toPi, Rational.of(2)), cos));
      T slower = over.divide(quotient, h);
      return new Integrands<>(
          over.multiply(over.pi(), quotient),
          over.multiply(layer, slower),
          over.multiply(toPi, slower));
    }

    static Integrands<Ball> at(BallArithmetic over, Ball t) {
      BallArithmetic.SinCos s = over.sinCos(t);
      return of(over, t, s.sin(), s.cos(), h(over, t));
    }

    /**
     * The series in x at t = center + scale x.
     *
     * @param start h at the center
     */
    static Integrands<PowerSeries<Ball>> series(
        BallArithmetic over, int order, Ball center, Ball scale, Ball start) {
      PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.over(over, order);
      PowerSeries<Ball> t = series.add(series.constant(center), series.variable(scale));
      PowerSeries<Ball> sin = series.sin(t);
      // h' = t sin t: no cancellation where t is small.
      PowerSeries<Ball> slope = series.multiply(series.multiply(t, sin), series.constant(scale));
      return of(series, t, sin, series.cos(t), series.integral(slope, start));
    }

    /** sin t - t cos t, without cancellation; it increases on [0, pi]. */
    static Ball h(BallArithmetic over, Ball t) {
      BallArithmetic.SinCos half = over.sinCos(over.scale(t, Rational.of(1, 2)));
      Ball versine = over.scale(over.square(half.sin()), Rational.of(4));
      return over.multiply(over.arcCosineDefect(t, half.sin(), half.cos()), versine);
    }
  }

  /** The three integrals from a to b, each with Lagrange's remainder. */
  private record Panel(Ball elapsed, Ball gathered, Ball stepped) {
    static Panel of(BallArithmetic over, Ball a, Ball b) {
      Ball center = over.scale(over.add(a, b), Rational.of(1, 2));
      Ball scale = over.scale(over.subtract(b, a), Rational.of(1, 2));
      // Per power of x the remainder falls by about |scale|/center, and its enclosure by less.
      long gain = Math.max(2, center.binaryOrder() - scale.binaryOrder() - 3);
      int order = (int) (over.bits() / gain) + 4;
      Integrands<PowerSeries<Ball>> inside =
          Integrands.series(over, order, center, scale, Integrands.h(over, center));
      Ball start = Ball.hull(Integrands.h(BOUNDS, a), Integrands.h(BOUNDS, b));
      Integrands<PowerSeries<Ball>> around =
          Integrands.series(BOUNDS, order + 1, Ball.hull(a, b), BOUNDS.round(scale), start);
      return new Panel(
          integral(over, scale, order, inside.speed(), around.speed()),
          integral(over, scale, order, inside.gain(), around.gain()),
          integral(over, scale, order, inside.step(), around.step()));
    }

    /** scale times the integral over x from -1 to 1. */
    private static Ball integral(
        BallArithmetic over,
        Ball scale,
        int order,
        PowerSeries<Ball> inside,
        PowerSeries<Ball> around) {
      Ball sum = Ball.exact(0);
      for (int n = 0; n < order; n += 2) {
        sum = over.add(sum, over.scale(inside.coefficient(n), Rational.of(2, n + 1)));
      }
      Ball rest = BOUNDS.scale(around.coefficient(order), Rational.of(2, order + 1));
      return over.multiply(scale, sum.inflate(rest));
    }
  }
}

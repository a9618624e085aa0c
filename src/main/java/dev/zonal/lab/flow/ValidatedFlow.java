package dev.zonal.lab.flow;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * The solution of x' = F(x) in balls: on each step the power series of the solution from the middle
 * of what is known, its rest by Picard and Cauchy, and the distance of the true solution from that
 * one by Gronwall (docs/theory.md, Lemmas 24.2 and 24.3).
 */
public final class ValidatedFlow {
  /** The part of the lifetime that a step takes: less takes more steps, more takes more terms. */
  private static final int STEPS_A_LIFETIME = 8;

  private static final int GUARD = 8;

  private final VectorField field;
  private final BallArithmetic over;
  private final int terms;

  /**
   * @param bits of the numbers; the rest of a power series is about as small as their rounding
   */
  public ValidatedFlow(VectorField field, int bits) {
    this(field, bits, (int) Math.ceil((bits + GUARD) / (Math.log(STEPS_A_LIFETIME) / Math.log(2))));
  }

  /**
   * @param terms of the power series of a step
   */
  ValidatedFlow(VectorField field, int bits, int terms) {
    this.field = field;
    this.over = BallArithmetic.ofBits(bits);
    this.terms = terms;
  }

  /**
   * The states at so many times.
   *
   * @param start the state at time 0
   * @param times increasing, not negative
   * @throws DomainException if F is not known to be holomorphic, or bounds grow beyond use
   */
  public List<List<Ball>> at(List<Ball> start, List<Rational> times, Context context) {
    List<List<Ball>> states = new ArrayList<>();
    List<Ball> state = start;
    Rational now = Rational.ZERO;
    Rational end = times.get(times.size() - 1);
    for (Rational time : times) {
      while (now.compareTo(time) < 0) {
        Context.checkpoint();
        Step step = step(state, time.subtract(now));
        state = step.state();
        now = now.add(step.length());
        context.report((long) (100 * now.doubleValue() / end.doubleValue()), 100);
      }
      states.add(state);
    }
    return states;
  }

  private record Step(Rational length, List<Ball> state) {}

  private Step step(List<Ball> state, Rational most) {
    List<Ball> center = state.stream().map(Ball::midpoint).toList();
    Magnitude error = Magnitude.ZERO;
    for (Ball x : state) {
      error = x.radiusMagnitude().compareTo(error) > 0 ? x.radiusMagnitude() : error;
    }
    Box box = Box.around(field, center);
    Rational length = length(box, most);
    Ball bound = Ball.exact(box.bound());
    Ball radius = Ball.exact(box.radius());
    Ball h = over.of(length);
    Ball q = over.divide(over.multiply(h, bound), radius);
    // Lipschitz on half the box: B/(rho - rho/2).
    Ball spread = over.multiply(ball(error), over.exp(over.scale(q, Rational.of(2))));
    Ball reach = over.add(over.multiply(h, bound), spread);
    if (!reach.certainlyLess(over.scale(radius, Rational.of(1, 2)))) {
      throw new DomainException("the enclosure of a solution is too wide to go on");
    }
    Ball rest =
        over.divide(over.multiply(radius, over.power(q, terms)), over.subtract(over.of(1), q));
    Ball margin = over.add(rest, spread);
    List<Ball> next = new ArrayList<>();
    for (OnlineSeries<Ball> series : solution(center)) {
      next.add(polynomial(series, h).inflate(margin.upperMagnitude()));
    }
    return new Step(length, next);
  }

  /** All numbers of at most that modulus. */
  private static Ball ball(Magnitude error) {
    return Ball.exact(0).inflate(error);
  }

  /** A step that is a part of the lifetime, of few bits; the last one is what is left. */
  private static Rational length(Box box, Rational most) {
    double length = box.lifetime() / STEPS_A_LIFETIME;
    int exponent = Math.getExponent(length) - 3;
    Rational step = Rational.of(Math.scalb(Math.floor(Math.scalb(length, -exponent)), exponent));
    return step.compareTo(most) < 0 ? step : most;
  }

  private List<OnlineSeries<Ball>> solution(List<Ball> center) {
    OnlineArithmetic<Ball> series = new OnlineArithmetic<>(over);
    List<OnlineSeries<Ball>> state = new ArrayList<>();
    List<OnlineSeries<Ball>> slope = new ArrayList<>();
    for (int j = 0; j < center.size(); j++) {
      int index = j;
      state.add(
          new OnlineSeries<>(
              (self, k) ->
                  k == 0
                      ? center.get(index)
                      : over.scale(slope.get(index).coefficient(k - 1), Rational.of(1, k))));
    }
    slope.addAll(field.at(series, state));
    return state;
  }

  private Ball polynomial(OnlineSeries<Ball> series, Ball h) {
    Ball value = series.coefficient(terms - 1);
    for (int k = terms - 2; k >= 0; k--) {
      value = over.add(over.multiply(value, h), series.coefficient(k));
    }
    return value;
  }
}

package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.ArrayList;
import java.util.List;

/**
 * A real function g on an interval [a, b], holomorphic in a neighbourhood of its Bernstein ellipse
 * of parameter rho and bounded there, by its values at n points: the polynomial that goes through
 * them is as near to it as the bound says (docs/theory.md, Lemma 28.4).
 *
 * <p>Safe for use by several threads.
 */
public final class Interpolation {
  private static final Memo<Integer, ChebyshevPoints> POINTS = new Memo<>(32);
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);
  private static final BallArithmetic BOUNDS = BallArithmetic.ofBits(64);

  /** The coefficients of p = Sum c_m T_m on [-1, 1]. */
  private final List<Ball> coefficients;

  /** At least the error of p. */
  private final Ball error;

  private final ChebyshevRange range;

  private Interpolation(List<Ball> coefficients, Ball error) {
    this.coefficients = coefficients;
    this.error = error;
    this.range = new ChebyshevRange(coefficients);
  }

  /**
   * The points of [a, b] at which a function is to be sampled.
   *
   * @param count n, at least 2
   */
  public static List<Rational> points(int count, Rational a, Rational b) {
    Rational middle = a.add(b).divide(2);
    Rational half = b.subtract(a).divide(2);
    return POINTS.get(count, ChebyshevPoints::of).rounded().stream()
        .map(x -> middle.add(half.multiply(x)))
        .toList();
  }

  /**
   * The function with these values at the points.
   *
   * @param values enclosures of g at {@link #points}, in their order
   * @param bound at least |g| on the ellipse
   * @param rho the parameter of the ellipse, larger than 1
   */
  public static Interpolation of(List<Ball> values, Ball bound, Rational rho) {
    int n = values.size();
    List<List<Ball>> cosines = POINTS.get(n, ChebyshevPoints::of).cosines();
    Ball moved = moved(bound, rho);
    List<Ball> coefficients = new ArrayList<>();
    for (int m = 0; m < n; m++) {
      Ball sum = Ball.exact(0);
      for (int j = 0; j < n; j++) {
        sum = OVER.add(sum, OVER.multiply(values.get(j).inflate(moved), cosines.get(j).get(m)));
      }
      coefficients.add(OVER.scale(sum, Rational.of(m == 0 ? 1 : 2, n)));
    }
    return new Interpolation(List.copyOf(coefficients), error(n, bound, rho));
  }

  /** The function (g - h) times a factor, h another function on the same interval. */
  public Interpolation minus(Interpolation other, Rational factor) {
    int n = Math.max(coefficients.size(), other.coefficients.size());
    List<Ball> differences = new ArrayList<>();
    for (int m = 0; m < n; m++) {
      Ball difference = OVER.subtract(coefficient(m), other.coefficient(m));
      differences.add(OVER.scale(difference, factor));
    }
    Ball both = BOUNDS.scale(BOUNDS.add(error, other.error), factor);
    return new Interpolation(List.copyOf(differences), both);
  }

  private Ball coefficient(int m) {
    return m < coefficients.size() ? coefficients.get(m) : Ball.exact(0);
  }

  /** What the rounding of the points changes at most: 2^-180 M 2 rho/(rho-1)^2. */
  private static Ball moved(Ball bound, Rational rho) {
    Rational factor = rho.multiply(2).divide(rho.subtract(1).pow(2));
    return BOUNDS.scale(bound, factor).abs().shifted(ChebyshevPoints.DISTANCE);
  }

  /** 4 M rho^(1-n)/(rho-1). */
  private static Ball error(int n, Ball bound, Rational rho) {
    Ball power = BOUNDS.power(BOUNDS.of(rho), 1L - n);
    return BOUNDS.scale(BOUNDS.multiply(bound, power), Rational.of(4).divide(rho.subtract(1)));
  }

  /**
   * A ball with all values of g on a part of the interval, which is mapped to [-1, 1].
   *
   * @param from at least -1
   * @param to at least as much as {@code from}, at most 1
   */
  public Ball range(Rational from, Rational to) {
    return (from.equals(to) ? at(from) : range.on(from, to)).inflate(error);
  }

  private Ball at(Rational x) {
    List<Ball> basis = ChebyshevRange.basis(coefficients.size(), x).get(0);
    Ball sum = Ball.exact(0);
    for (int m = 0; m < coefficients.size(); m++) {
      sum = OVER.add(sum, OVER.multiply(coefficients.get(m), basis.get(m)));
    }
    return sum;
  }
}

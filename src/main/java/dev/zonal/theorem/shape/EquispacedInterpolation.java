package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Interpolation with a kernel at N equispaced points of the circle, without the solution of linear
 * equations: the matrix is circulant, and its eigenvalues are sums of N values of the kernel, which
 * are the sums of all eigenvalues of the kernel whose frequencies the points do not tell apart
 * (docs/theory.md, Proposition 23.10).
 *
 * @param eigenvalues those of the matrix for the frequencies p = 0, ..., N - 1; that of N - p is
 *     that of p
 */
public record EquispacedInterpolation(BallArithmetic over, List<Ball> eigenvalues) {
  public EquispacedInterpolation {
    eigenvalues = List.copyOf(eigenvalues);
  }

  /**
   * For the points (cos t_j, sin t_j), t_j = t_0 + 2 pi j/N.
   *
   * @param points N, at least 1
   * @throws ArithmeticException if an eigenvalue is not seen to be positive
   */
  public static EquispacedInterpolation of(Kernel kernel, int points, BallArithmetic over) {
    if (points < 1) {
      throw new IllegalArgumentException("there must be points, not " + points);
    }
    List<Ball> row = new ArrayList<>();
    for (int j = 0; j < points; j++) {
      Context.checkpoint();
      row.add(
          j > points / 2 ? row.get(points - j) : value(kernel, Rational.of(2L * j, points), over));
    }
    List<Ball> eigenvalues = transform(row, over);
    for (int p = 0; p < points; p++) {
      if (!eigenvalues.get(p).isPositive()) {
        throw new ArithmeticException(
            "the eigenvalue of the matrix for the frequency %s is not seen to be positive"
                .formatted(p));
      }
    }
    return new EquispacedInterpolation(over, eigenvalues);
  }

  /** The kernel at an angle that is a multiple of pi, at most 1. */
  private static Ball value(Kernel kernel, Rational angle, BallArithmetic over) {
    if (angle.isZero()) {
      return kernel.atCoincidence(over);
    }
    return kernel.evaluate(
        over,
        angle.equals(Rational.ONE)
            ? ChordAngle.ofCosine(over, Rational.of(-1))
            : ChordAngle.ofTheta(over, over.scale(over.pi(), angle)));
  }

  /** The sums of row_j cos(2 pi p j/N) over j. */
  private static List<Ball> transform(List<Ball> row, BallArithmetic over) {
    int n = row.size();
    List<Ball> cosines = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      cosines.add(over.sinCos(over.scale(over.pi(), Rational.of(2L * j, n))).cos());
    }
    List<Ball> sums = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      Context.checkpoint();
      Ball sum = over.of(0);
      for (int j = 0; j < n; j++) {
        int index = (int) ((long) p * j % n);
        sum = over.add(sum, over.multiply(row.get(j), cosines.get(index)));
      }
      sums.add(sum);
    }
    return sums;
  }

  /** N. */
  public int points() {
    return eigenvalues.size();
  }

  /** The least eigenvalue of the matrix. */
  public Ball least() {
    return extreme(Comparator.comparing(Ball::upper));
  }

  /** The largest eigenvalue of the matrix. */
  public Ball largest() {
    return extreme(Comparator.comparing(Ball::lower).reversed());
  }

  /** The condition number of the matrix in the spectral norm. */
  public Ball conditionNumber() {
    return over.divide(largest(), least());
  }

  /** Together with all that overlap it: one of these is the extreme one. */
  private Ball extreme(Comparator<Ball> order) {
    Ball first = eigenvalues.stream().min(order).orElseThrow();
    return eigenvalues.stream().filter(first::overlaps).reduce(first, Ball::hull);
  }

  /** The coefficients of the interpolant of the values. */
  public List<Ball> coefficients(List<Ball> values) {
    int n = points();
    if (values.size() != n) {
      throw new IllegalArgumentException(values.size() + " values at " + n + " points");
    }
    List<Ball> inverses = eigenvalues.stream().map(e -> over.divide(over.of(1), e)).toList();
    List<Ball> inverse = transform(inverses, over);
    List<Ball> coefficients = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Context.checkpoint();
      Ball sum = over.of(0);
      for (int j = 0; j < n; j++) {
        sum = over.add(sum, over.multiply(inverse.get(Math.abs(i - j)), values.get(j)));
      }
      coefficients.add(over.scale(sum, Rational.of(1, n)));
    }
    return coefficients;
  }

  /** The square of the norm of the interpolant in the reproducing kernel Hilbert space. */
  public Ball squaredNorm(List<Ball> values) {
    List<Ball> coefficients = coefficients(values);
    Ball sum = over.of(0);
    for (int i = 0; i < points(); i++) {
      sum = over.add(sum, over.multiply(coefficients.get(i), values.get(i)));
    }
    return sum;
  }
}

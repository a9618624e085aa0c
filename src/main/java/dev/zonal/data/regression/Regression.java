package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.linear.LinearSystem;
import dev.zonal.data.linear.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The function f = sum c_i K(x_i, .) with (K + r I) c = y: it interpolates for r = 0, and minimises
 * sum (y_i - f(x_i))^2 + r |f|^2 for r &gt; 0 (docs/theory.md, Theorem 19.5).
 */
public final class Regression {
  private final BallArithmetic over;
  private final LinearSystem system;
  private final Ball ridge;
  private final List<Ball> targets;
  private final Solution solution;

  private Regression(BallArithmetic over, LinearSystem system, Ball ridge, List<Ball> targets) {
    this.over = over;
    this.system = system;
    this.ridge = ridge;
    this.targets = List.copyOf(targets);
    this.solution = system.solve(targets);
  }

  /**
   * Refused if K + r I is not proved to be positive definite.
   *
   * @param over for what is computed from the matrix
   * @param matrix K
   * @param ridge r, not negative
   * @param targets y, as many as rows
   */
  public static Certification<Regression> of(
      BallArithmetic over, FixedMatrix matrix, Ball ridge, List<Ball> targets) {
    return ofEach(over, matrix, ridge, List.of(targets)).map(all -> all.get(0));
  }

  /**
   * Those of several targets, which have the matrix and what is found of it in common.
   *
   * @param columns the targets, each as many numbers as there are rows
   */
  public static Certification<List<Regression>> ofEach(
      BallArithmetic over, FixedMatrix matrix, Ball ridge, List<List<Ball>> columns) {
    if (ridge.isNegative()) {
      throw new IllegalArgumentException("a negative ridge");
    }
    for (List<Ball> targets : columns) {
      if (targets.size() != matrix.size()) {
        throw new IllegalArgumentException(
            targets.size() + " targets for " + matrix.size() + " points");
      }
    }
    return LinearSystem.of(matrix.plus(ridge))
        .map(
            system ->
                columns.stream()
                    .map(targets -> new Regression(over, system, ridge, targets))
                    .toList());
  }

  /** c. */
  public List<Ball> coefficients() {
    List<Ball> coefficients = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      coefficients.add(solution.at(i));
    }
    return coefficients;
  }

  /**
   * f at a point.
   *
   * @param row the kernel between the points and that one
   */
  public Ball value(List<Ball> row) {
    return solution.dot(over, row);
  }

  /** The square of the norm of f in the space of the kernel: y^T c - r |c|^2. */
  public Ball squaredNorm() {
    return over.subtract(solution.energy(), over.multiply(ridge, solution.square()));
  }

  /**
   * y_i less the value at x_i of the regression from all other points.
   *
   * @param i from 0
   */
  public Ball leaveOneOut(int i) {
    return over.divide(solution.at(i), system.inverseDiagonal(i));
  }

  /** The coefficients that plain doubles find; empty if these take the matrix for indefinite. */
  public Optional<double[]> inDoubles() {
    return system.inDoubles(targets.stream().mapToDouble(Ball::toDouble).toArray());
  }
}

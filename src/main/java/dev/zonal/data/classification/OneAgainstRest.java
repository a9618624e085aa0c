package dev.zonal.data.classification;

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
 * A regression for each class, with the target 1 at its points and -1 at all others; the class of a
 * point is that of the largest value (docs/theory.md, Proposition 19.14). The two regressions of
 * two classes are one and its negative.
 */
final class OneAgainstRest {
  private final LinearSystem system;
  private final List<Integer> classOfEach;
  private final int classes;
  private final List<Solution> solutions;

  private OneAgainstRest(LinearSystem system, List<Integer> classOfEach, int classes) {
    this.system = system;
    this.classOfEach = classOfEach;
    this.classes = classes;
    this.solutions = new ArrayList<>();
    for (int c = 0; c < (classes == 2 ? 1 : classes); c++) {
      int own = c;
      solutions.add(
          system.solve(classOfEach.stream().map(k -> Ball.exact(k == own ? 1 : -1)).toList()));
    }
  }

  /**
   * Refused if K + r I is not proved to be positive definite.
   *
   * @param kernel K
   * @param ridge r, not negative
   * @param classOfEach the number of the class of each point, from 0
   * @param classes how many, 2 at least
   */
  static Certification<OneAgainstRest> of(
      FixedMatrix kernel, Ball ridge, List<Integer> classOfEach, int classes) {
    return LinearSystem.of(kernel, ridge)
        .map(system -> new OneAgainstRest(system, classOfEach, classes));
  }

  LinearSystem system() {
    return system;
  }

  private Ball coefficient(int c, int i) {
    return c < solutions.size() ? solutions.get(c).at(i) : solutions.get(0).at(i).negated();
  }

  /**
   * Whether the classification from all other points gives the label of this one; empty if the
   * balls do not say.
   *
   * @param i the point, from 0
   * @param inverse the entry i of the diagonal of the inverse of K + r I
   */
  Optional<Boolean> isRightWithout(int i, Ball inverse) {
    BallArithmetic over = BallArithmetic.ofBits(Decision.BITS);
    int own = classOfEach.get(i);
    boolean isDecided = true;
    for (int c = 0; c < classes; c++) {
      if (c != own) {
        Ball lead = over.add(inverse.shifted(1), coefficient(c, i));
        lead = over.subtract(lead, coefficient(own, i));
        if (lead.isNegative()) {
          return Optional.of(false);
        }
        isDecided &= lead.isPositive();
      }
    }
    return isDecided ? Optional.of(true) : Optional.empty();
  }

  /**
   * The values of all classes at a point.
   *
   * @param row the kernel between the points and that one
   */
  Decision at(BallArithmetic over, List<Ball> row) {
    List<Ball> values = new ArrayList<>();
    solutions.forEach(solution -> values.add(solution.dot(over, row)));
    if (classes == 2) {
      values.add(values.get(0).negated());
    }
    return new Decision(values);
  }
}

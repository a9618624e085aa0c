package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.feature.TangentFeatures.Widths;
import dev.zonal.lab.sketch.TensorMethod;

/**
 * The variance of what features of one hidden layer estimate, in doubles (docs/theory.md,
 * Propositions 26.3 and 26.8).
 *
 * @param dimension d of the points, which are on the unit sphere
 */
public record PlanVariance(FeaturePlan plan, int dimension) {
  private static final DoubleArithmetic OVER = new DoubleArithmetic();

  /** Whether it is known: of one layer of independent vectors, not of a polynomial. */
  public boolean isKnown() {
    return plan.depth() == 1
        && plan.method() != FeatureMethod.POLYNOMIAL
        && plan.method().law().orElseThrow() != Directions.ORTHOGONAL;
  }

  /**
   * The variance for two points.
   *
   * @param u their inner product
   * @param kappa0 kappa_0(u)
   * @param kappa1 kappa_1(u)
   * @param squares the sum of the squares of the products of their coordinates
   */
  public double of(double u, double kappa0, double kappa1, double squares) {
    Rational radial =
        plan.method().law().orElseThrow() == Directions.GAUSSIAN
            ? Rational.ONE
            : Rational.of(dimension, dimension + 2L);
    AngleMoments<Double> moments = new AngleMoments<>(OVER, u, kappa0, kappa1, radial);
    if (plan.method() == FeatureMethod.GRADIENT) {
      int neurons = plan.size() / (1 + dimension);
      return moments.gradientVariance() / neurons;
    }
    Widths widths = plan.widths(dimension);
    double exact = moments.tangentVariance(widths.ramps(), widths.steps());
    TensorMethod tensor = plan.method().tensor().orElseThrow();
    return tensor == TensorMethod.EXACT
        ? exact
        : exact
            + sketch(
                tensor,
                new Pair(u * u, 1 - squares, u * u - squares),
                ofSteps(kappa0, widths.steps()),
                widths.sketch());
  }

  /** P, Q and R of two vectors. */
  private record Pair(double square, double lengths, double cross) {
    double signed() {
      return square + lengths + cross;
    }
  }

  /** Their means for so many steps. */
  private static Pair ofSteps(double kappa0, int count) {
    double rest = 1 - 1. / count;
    return new Pair(kappa0 * kappa0 + kappa0 * (2 - kappa0) / count, rest, kappa0 * kappa0 * rest);
  }

  private static double sketch(TensorMethod method, Pair a, Pair b, int size) {
    if (method == TensorMethod.SRHT) {
      return (a.signed() * b.signed() - a.square * b.square) / size;
    }
    double even =
        a.square * (b.lengths + b.cross)
            + (a.lengths + a.cross) * b.square
            + a.lengths * b.lengths
            + a.cross * b.cross;
    double odd = a.lengths * b.cross + a.cross * b.lengths;
    return (even + (size % 2 == 0 ? 2. : 1.) / size * odd) / size;
  }
}

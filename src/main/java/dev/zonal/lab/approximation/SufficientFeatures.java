package dev.zonal.lab.approximation;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.lab.feature.DoubleVector;
import java.util.List;
import java.util.Optional;

/**
 * How many ramps and steps of uniform directions, with the exact tensor, suffice for an error of
 * eps of K + lambda I with the probability 1 - delta, in one hidden layer (docs/theory.md, Theorem
 * 26.10). Its norms and dimensions are those of the matrices at hand, in doubles.
 *
 * @param lambda positive
 * @param ramps m1
 * @param steps m0
 */
public record SufficientFeatures(double lambda, double ramps, double steps) {
  /**
   * For unit vectors.
   *
   * @param accuracy eps, above 0 and at most 1
   * @param risk delta, above 0 and below 1
   * @return empty if lambda is larger than the theorem allows
   */
  public static Optional<SufficientFeatures> of(
      List<double[]> points, double lambda, double accuracy, double risk) {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    int n = points.size();
    double[][] ramps = new double[n][n];
    double[][] steps = new double[n][n];
    double[][] kernel = new double[n][n];
    double[][] inner = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double u = LimitKernel.cosine(DoubleVector.dot(points.get(i), points.get(j)));
        inner[i][j] = u;
        ramps[i][j] = LimitKernel.kappa1(u);
        steps[i][j] = u * LimitKernel.kappa0(u);
        kernel[i][j] = ramps[i][j] + steps[i][j];
      }
    }
    double half = lambda / 2;
    if (half > RegularisedMatrix.largestAbsoluteEigenvalue(ramps)
        || half > RegularisedMatrix.largestAbsoluteEigenvalue(steps)) {
      return Optional.empty();
    }
    double effective = RegularisedMatrix.effectiveDimension(kernel, half);
    double square = RegularisedMatrix.largestAbsoluteEigenvalue(inner);
    double each =
        32 / 3. * square / (accuracy * accuracy * lambda) * StrictMath.log(32 * effective / risk);
    return Optional.of(
        new SufficientFeatures(lambda, Math.ceil(points.get(0).length * each), Math.ceil(each)));
  }
}

package dev.zonal.lab.ridge;

import dev.zonal.context.Context;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.lab.feature.DoubleVector;

/**
 * (K + lambda I) c = y and f = sum c_i K(x_i, .), in doubles.
 *
 * @param lambda positive
 */
public record KernelRidge(LimitKernel kernel, double lambda) {
  /** Learns and predicts. */
  public Regression of(Problem problem, Context context) {
    long start = System.nanoTime();
    double[][] matrix = kernel.matrix(problem.points(), problem.points(), context);
    double[] coefficients = PositiveSystem.solve(matrix, lambda, problem.values());
    double seconds = (System.nanoTime() - start) * 1e-9;
    double[][] cross = kernel.matrix(problem.tests(), problem.points(), context);
    double[] predictions = new double[cross.length];
    for (int i = 0; i < cross.length; i++) {
      predictions[i] = DoubleVector.dot(cross[i], coefficients);
    }
    return new Regression(predictions, seconds);
  }
}

package dev.zonal.kernel.layer;

/**
 * The layers of a network as maps of covariances that are power series in u: c becomes F(c), c +
 * F(c) in a residual network, and F(c) + 1 with biases, F the dual of the activation; its weights
 * are positive and forgotten (docs/theory.md, sections 5.3, 5.4 and 5.9).
 *
 * @param dual F, which has the same positive coefficients at every variance
 * @param derivative F'
 * @param <S> what is known of a series
 */
public record SeriesLayer<S>(
    SeriesAlgebra<S> over, S dual, S derivative, boolean isResidual, boolean isBiased) {
  /** Layers that take the place of their input. */
  public static <S> SeriesLayer<S> dense(SeriesAlgebra<S> over, S dual, boolean isBiased) {
    return new SeriesLayer<>(over, dual, over.derivative(dual), false, isBiased);
  }

  /** Layers that are added to their input. */
  public static <S> SeriesLayer<S> residual(SeriesAlgebra<S> over, S dual) {
    return new SeriesLayer<>(over, dual, over.derivative(dual), true, false);
  }

  /** The covariance that the first layer sees. */
  public S first() {
    return biased(over.power(1));
  }

  /** The covariance behind a layer. */
  public S next(S covariance) {
    S branch = value(covariance);
    return biased(isResidual ? over.sum(covariance, branch) : branch);
  }

  /** The derivative of that by the covariance. */
  public S slope(S covariance) {
    S branch = valueSlope(covariance);
    return isResidual ? over.sum(over.power(0), branch) : branch;
  }

  /** F at the covariance. */
  public S value(S covariance) {
    return over.composition(dual, covariance);
  }

  /** F' at the covariance. */
  public S valueSlope(S covariance) {
    return over.composition(derivative, covariance);
  }

  private S biased(S covariance) {
    return isBiased ? over.sum(covariance, over.power(0)) : covariance;
  }
}

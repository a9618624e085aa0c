package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesLayer;
import dev.zonal.kernel.layer.Variances;
import java.util.Optional;

/**
 * A fully connected ReLU layer with biases of weight beta, whose variance is kept at 1: u is mapped
 * to kappa_1(u), and to w (kappa_1(u) + beta^2), w = 1/(1 + beta^2), where the biases propagate.
 *
 * @param beta non-negative
 * @param bias the convention by which the biases enter; without biases the default one
 */
public record FullyConnectedLayer(Parameter beta, Bias bias) implements NetworkLayer {
  private static final HomogeneousActivation RELU = HomogeneousActivation.rectifiedPower(1);

  /**
   * @throws KernelSpecificationException if beta is negative
   */
  public FullyConnectedLayer {
    Range.NON_NEGATIVE.check("beta", beta);
    if (beta.isZero()) {
      bias = Bias.TRAINED;
    }
  }

  @Override
  public <T> CovarianceMaps<T> over(Arithmetic<T> over) {
    Dual<T> relu = RELU.dual(over);
    if (!propagatesBias()) {
      return CovarianceMaps.same(CovarianceMap.plain(over, relu));
    }
    T arc = arc(over);
    T constant = over.multiply(beta.squareIn(over), arc);
    return new Biased<>(over, CovarianceMap.biased(over, relu, arc, constant));
  }

  @Override
  public <S> SeriesLayer<S> series(SeriesAlgebra<S> over) {
    return SeriesLayer.dense(over, RELU.series(over), propagatesBias());
  }

  /** Without biases this is {@link DenseLayer} with the variances 2 and 0. */
  @Override
  public <T> Variances<T> variances(Arithmetic<T> over, T square) {
    if (!beta.isZero()) {
      throw new DomainException("biases that keep the variance at 1 are defined on the sphere");
    }
    return VarianceFlow.of(new DenseLayer(RELU, Rational.of(2), Rational.ZERO), over, square);
  }

  @Override
  public boolean keepsZero() {
    return beta.isZero();
  }

  @Override
  public boolean isHomogeneous() {
    return beta.isZero();
  }

  /** The biases enter the first angle as well. */
  private record Biased<T>(Arithmetic<T> over, CovarianceMap<T> map) implements CovarianceMaps<T> {
    @Override
    public Angle<T> first(Angle<T> at) {
      return at.throughBias(over.of(0), map.constant());
    }

    @Override
    public CovarianceMap<T> layer(int layer) {
      return map;
    }
  }

  @Override
  public Optional<Parameter> shrinking() {
    return propagatesBias() ? Optional.of(beta) : Optional.empty();
  }

  boolean propagatesBias() {
    return bias == Bias.PROPAGATED;
  }

  /** beta, where the biases are trained from zero; else 0. */
  Parameter trainedBias() {
    return propagatesBias() ? Rational.ZERO : beta;
  }

  /** w = 1/(1 + beta^2). */
  private <T> T arc(Arithmetic<T> over) {
    Optional<Rational> square = beta.rationalSquare();
    return square.isPresent()
        ? over.of(square.get().add(1).reciprocal())
        : over.divide(over.of(1), over.add(over.of(1), beta.squareIn(over)));
  }

  String specification() {
    return (beta.isZero() ? "" : ",beta=" + beta) + (propagatesBias() ? ",bias=" + bias : "");
  }
}

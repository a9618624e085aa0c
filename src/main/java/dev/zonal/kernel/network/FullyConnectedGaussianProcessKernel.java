package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import java.util.List;

/**
 * The Gaussian-process kernel Sigma_L of a fully connected ReLU network with L hidden layers:
 * Sigma_0 = u, Sigma_l = kappa_1(Sigma_{l-1}), and with propagated biases, w = 1/(1 + beta^2),
 * Sigma_0 = w (u + beta^2), Sigma_l = w (kappa_1(Sigma_{l-1}) + beta^2); f(1) = 1 (docs/theory.md,
 * Section 5.3). Biases that are trained from zero do not enter it. Source: Cho and Saul 2009; Lee
 * et al. 2018.
 */
public record FullyConnectedGaussianProcessKernel(int depth, FullyConnectedLayer layer)
    implements NetworkKernel {
  public FullyConnectedGaussianProcessKernel {
    Range.DEPTH.check("L", depth);
    if (!layer.beta().isZero() && !layer.propagatesBias()) {
      throw new KernelSpecificationException(
          "beta="
              + layer.beta()
              + ": beta in fcnngp must come with bias=propagated, since a bias that is "
              + "trained from zero does not enter a Gaussian-process kernel");
    }
  }

  /** No biases. */
  public FullyConnectedGaussianProcessKernel(int depth) {
    this(depth, Rational.ZERO, Bias.TRAINED);
  }

  /**
   * @param depth the number L of hidden layers, 1 to 10^6
   * @param beta the weight of the biases, non-negative
   * @param bias how they enter; not {@link Bias#TRAINED} unless beta is 0
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public FullyConnectedGaussianProcessKernel(int depth, Parameter beta, Bias bias) {
    this(depth, new FullyConnectedLayer(beta, bias));
  }

  @Override
  public GaussianProcessRecursion recursion() {
    return new GaussianProcessRecursion(layer);
  }

  @Override
  public FullyConnectedGaussianProcessKernel withDepth(int other) {
    return new FullyConnectedGaussianProcessKernel(other, layer);
  }

  @Override
  public FullyConnectedGaussianProcessKernel withParameters(ParameterMap map) {
    return layer.propagatesBias()
        ? new FullyConnectedGaussianProcessKernel(
            depth, map.apply("beta", layer.beta()), layer.bias())
        : this;
  }

  /** kappa_1, unless biases enter the covariance. */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    return layer.propagatesBias()
        ? List.of()
        : OneLayerTerm.sum(new OneLayerTerm(1, Basis.KAPPA_1));
  }

  @Override
  public int firstOddExponent() {
    return 3;
  }

  /** One layer without bias is kappa_1. */
  @Override
  public Kernel normalForm() {
    return depth == 1 && !layer.propagatesBias() ? new ArcCosineKernel(1) : this;
  }

  @Override
  public String toString() {
    return "fcnngp:L=" + depth + layer.specification();
  }
}

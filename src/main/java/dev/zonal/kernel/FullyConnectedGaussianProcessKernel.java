package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.Optional;

/**
 * The Gaussian-process kernel Sigma_L of a fully connected ReLU network with L hidden layers:
 * Sigma_0 = u, Sigma_l = kappa_1(Sigma_{l-1}), and with propagated biases, w = 1/(1 + beta^2),
 * Sigma_0 = w (u + beta^2), Sigma_l = w (kappa_1(Sigma_{l-1}) + beta^2); f(1) = 1 (docs/theory.md,
 * Section 5.3). Biases that are trained from zero do not enter it. Source: Cho and Saul 2009; Lee
 * et al. 2018.
 */
public final class FullyConnectedGaussianProcessKernel implements Kernel {
  private final FullyConnectedNetwork network;

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
    this.network = new FullyConnectedNetwork(depth, beta, bias);
    if (!beta.isZero() && !network.propagatesBias()) {
      throw new KernelSpecificationException(
          "beta="
              + beta
              + ": beta in fcnngp must come with bias=propagated, since a bias that is "
              + "trained from zero does not enter a Gaussian-process kernel");
    }
  }

  public int depth() {
    return network.depth();
  }

  public Parameter beta() {
    return network.beta();
  }

  public Bias bias() {
    return network.bias();
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T arc = network.arc(over);
    T constant = network.constant(over);
    boolean biased = network.propagatesBias();
    Angle<T> angle = biased ? at.throughLayer(over.of(0), constant) : at;
    for (int l = 1; l < depth(); l++) {
      Context.checkpoint();
      angle = angle.throughLayer(arc, constant);
    }
    return biased ? over.add(over.multiply(arc, angle.kappa1()), constant) : angle.kappa1();
  }

  @Override
  public int firstOddExponent() {
    return 3;
  }

  /** One layer without bias is kappa_1. */
  @Override
  public Kernel normalForm() {
    return depth() == 1 && beta().isZero() ? new ArcCosineKernel(1) : this;
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  /** One layer at the antipode, where kappa_1 vanishes. */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    return depth() == 1 && !network.propagatesBias() && u.equals(Rational.ONE.negate())
        ? Optional.of(Rational.ZERO)
        : Kernel.super.rationalValue(u);
  }

  /** 1: the variance is 1 in every layer. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return over.of(1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FullyConnectedGaussianProcessKernel that
        && network.equals(that.network);
  }

  @Override
  public int hashCode() {
    return 31 * network.hashCode() + 1;
  }

  @Override
  public String toString() {
    return "fcnngp:" + network.specification();
  }
}

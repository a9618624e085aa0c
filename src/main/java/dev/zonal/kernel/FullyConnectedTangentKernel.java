package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.Optional;

/**
 * The neural tangent kernel of a fully connected ReLU network with L hidden layers (docs/theory.md,
 * Section 5.3), normalised so that f(1) = 1. With biases that are trained from zero,
 *
 * <pre>
 *   Sigma_0 = u,  Theta_0 = u + beta^2,  Sigma_l = kappa_1(Sigma_{l-1}),
 *   Theta_l = Theta_{l-1} kappa_0(Sigma_{l-1}) + Sigma_l + beta^2,  f = Theta_L/((L+1)(1 + beta^2)),
 * </pre>
 *
 * <p>and with propagated biases, w = 1/(1 + beta^2),
 *
 * <pre>
 *   Theta_0 = Sigma_0 = w (u + beta^2),  Sigma_l = w (kappa_1(Sigma_{l-1}) + beta^2),
 *   Theta_l = w Theta_{l-1} kappa_0(Sigma_{l-1}) + Sigma_l,  f = Theta_L/(1 + w + ... + w^L).
 * </pre>
 *
 * <p>Source: Jacot, Gabriel and Hongler 2018; with trained biases Geifman, Yadav, Kasten, Galun,
 * Jacobs and Basri 2020; with propagated biases Novak et al. 2020 (Neural Tangents).
 */
public final class FullyConnectedTangentKernel implements Kernel {
  private final FullyConnectedNetwork network;

  /** No biases. */
  public FullyConnectedTangentKernel(int depth) {
    this(depth, Rational.ZERO, Bias.TRAINED);
  }

  /**
   * @param depth the number L of hidden layers, 1 to 10^6
   * @param beta the weight of the biases, non-negative
   * @param bias how they enter
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public FullyConnectedTangentKernel(int depth, Parameter beta, Bias bias) {
    this.network = new FullyConnectedNetwork(depth, beta, bias);
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
    return network.propagatesBias() ? propagated(over, at) : trained(over, at);
  }

  private <T> T trained(Arithmetic<T> over, Angle<T> at) {
    T one = over.of(1);
    T zero = over.of(0);
    T bias = beta().isZero() ? null : beta().squareIn(over);
    Angle<T> angle = at;
    T theta = bias == null ? at.cosine() : over.add(at.cosine(), bias);
    for (int l = 1; l <= depth(); l++) {
      Context.checkpoint();
      if (l > 1) {
        angle = angle.throughLayer(one, zero);
      }
      T sigma = bias == null ? angle.kappa1() : over.add(angle.kappa1(), bias);
      theta = over.add(over.multiply(theta, angle.kappa0()), sigma);
    }
    return bias == null
        ? over.scale(theta, Rational.of(1, depth() + 1L))
        : over.divide(theta, paperScale(over));
  }

  private <T> T propagated(Arithmetic<T> over, Angle<T> at) {
    T arc = network.arc(over);
    T constant = network.constant(over);
    Angle<T> angle = at.throughLayer(over.of(0), constant);
    T theta = angle.cosine();
    for (int l = 1; l <= depth(); l++) {
      Context.checkpoint();
      if (l > 1) {
        angle = angle.throughLayer(arc, constant);
      }
      T sum = over.add(angle.kappa1(), over.multiply(theta, angle.kappa0()));
      theta = over.add(over.multiply(arc, sum), constant);
    }
    return over.divide(theta, paperScale(over));
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  /** One layer at the antipode, where kappa_0 and kappa_1 vanish: Theta_1 = beta^2. */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    Optional<Rational> betaSquared = beta().rationalSquare();
    boolean oneLayerAtTheAntipode =
        depth() == 1 && !network.propagatesBias() && u.equals(Rational.ONE.negate());
    return oneLayerAtTheAntipode
        ? betaSquared.map(square -> square.divide(square.add(1)).divide(2))
        : Kernel.super.rationalValue(u);
  }

  /** (L+1)(1 + beta^2), and 1 + w + ... + w^L with w = 1/(1 + beta^2) for propagated biases. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    if (network.propagatesBias()) {
      return GeometricSum.of(over, network.arc(over), depth() + 1);
    }
    T layers = over.of(depth() + 1L);
    return beta().isZero()
        ? layers
        : over.multiply(layers, over.add(over.of(1), beta().squareIn(over)));
  }

  /** Trained biases of weight 1 cancel the first odd coefficient at the antipode. */
  @Override
  public int firstOddExponentAtAntipode() {
    boolean cancels =
        !network.propagatesBias()
            && beta().rationalSquare().filter(Rational.ONE::equals).isPresent();
    return cancels ? 3 : 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FullyConnectedTangentKernel that && network.equals(that.network);
  }

  @Override
  public int hashCode() {
    return network.hashCode();
  }

  @Override
  public String toString() {
    return "fcntk:" + network.specification();
  }
}

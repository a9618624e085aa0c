package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.Range;
import java.util.List;
import java.util.Optional;

/**
 * The neural tangent kernel of a fully connected ReLU network with L hidden layers (docs/theory.md,
 * Section 5.3), normalised so that f(1) = 1: {@link FullyConnectedTangentRecursion}. Source: Jacot,
 * Gabriel and Hongler 2018; with trained biases Geifman, Yadav, Kasten, Galun, Jacobs and Basri
 * 2020; with propagated biases Novak et al. 2020 (Neural Tangents).
 */
public record FullyConnectedTangentKernel(int depth, FullyConnectedLayer layer)
    implements NetworkKernel {
  public FullyConnectedTangentKernel {
    Range.DEPTH.check("L", depth);
  }

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
    this(depth, new FullyConnectedLayer(beta, bias));
  }

  @Override
  public FullyConnectedTangentRecursion recursion() {
    return new FullyConnectedTangentRecursion(layer);
  }

  @Override
  public FullyConnectedTangentKernel withDepth(int other) {
    return new FullyConnectedTangentKernel(other, layer);
  }

  @Override
  public FullyConnectedTangentKernel withParameters(ParameterMap map) {
    return new FullyConnectedTangentKernel(depth, map.apply("beta", layer.beta()), layer.bias());
  }

  /** (u + beta^2) kappa_0 + kappa_1 + beta^2, unless biases enter the covariance. */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    return layer.propagatesBias()
        ? List.of()
        : OneLayerTerm.sum(
            new OneLayerTerm(1, Basis.U_KAPPA_0),
            new OneLayerTerm(1, Basis.KAPPA_1),
            new OneLayerTerm(1, Basis.KAPPA_0, layer.beta()),
            new OneLayerTerm(1, Basis.ONE, layer.beta()));
  }

  /** (L+1)(1 + beta^2), and 1 + w + ... + w^L with w = 1/(1 + beta^2) for propagated biases. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return recursion().over(over).scale(depth);
  }

  /** Trained biases of weight 1 cancel the first odd coefficient at the antipode. */
  @Override
  public int firstOddExponentAtAntipode() {
    boolean cancels =
        !layer.propagatesBias()
            && layer.beta().rationalSquare().filter(Rational.ONE::equals).isPresent();
    return cancels ? 3 : 1;
  }

  /** u, the odd part of (kappa_1 + u kappa_0)/2 (docs/theory.md, Lemma 5.12). */
  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return depth == 1 && layer.beta().isZero()
        ? Optional.of(new PolynomialPart(true, 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "fcntk:L=" + depth + layer.specification();
  }
}

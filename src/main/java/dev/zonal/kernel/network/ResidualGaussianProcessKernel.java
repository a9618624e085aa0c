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
import dev.zonal.kernel.activation.HomogeneousActivation;
import java.util.List;
import java.util.Optional;

/**
 * The Gaussian-process kernel u_L of a residual ReLU network with L blocks and branch weight alpha,
 * where u_l = (1 - sigma) u_{l-1} + sigma kappa_1(u_{l-1}), sigma = alpha^2/(1 + alpha^2), u_0 = u;
 * f(1) = 1 (docs/theory.md, Section 5.4). Source: as for {@link ResidualTangentKernel}.
 */
public record ResidualGaussianProcessKernel(int depth, ResidualLayer layer)
    implements NetworkKernel {
  public ResidualGaussianProcessKernel {
    Range.DEPTH.check("L", depth);
    layer.requireFinite(depth);
  }

  /**
   * @param depth the number L of blocks, 1 to 10^6
   * @param alpha the branch weight, positive
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public ResidualGaussianProcessKernel(int depth, Parameter alpha) {
    this(depth, new ResidualLayer(alpha));
  }

  @Override
  public GaussianProcessRecursion recursion() {
    return new GaussianProcessRecursion(layer);
  }

  @Override
  public ResidualGaussianProcessKernel withDepth(int other) {
    return new ResidualGaussianProcessKernel(other, layer);
  }

  @Override
  public ResidualGaussianProcessKernel withParameters(ParameterMap map) {
    return new ResidualGaussianProcessKernel(depth, layer.withParameters(map));
  }

  /** u + alpha^2 sw2 E phi^2 K, which is u + alpha^2 kappa_1 for the plain blocks. */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    if (!(layer.activation() instanceof HomogeneousActivation phi
        && layer.weight() instanceof Rational weight)) {
      return List.of();
    }
    List<Parameter> alpha = List.of(layer.alpha());
    return OneLayerTerm.sum(
        new OneLayerTerm(1, Basis.U),
        new OneLayerTerm(weight.multiply(phi.weights().arc()), alpha, Basis.kappa(phi.degree())),
        new OneLayerTerm(weight.multiply(phi.weights().rest()), alpha, Basis.U),
        new OneLayerTerm(weight.multiply(phi.weights().constant()), alpha, Basis.ONE));
  }

  @Override
  public int chordRoot() {
    return layer.activation().chordRoot(depth);
  }

  @Override
  public int firstOddExponent() {
    return layer.activation().firstOddExponent();
  }

  @Override
  public boolean hasPositiveSeries(boolean odd) {
    return (isComposedOfAnalyticDuals() || isRootExponential())
        && polynomialPart().filter(part -> part.odd() == odd).isEmpty();
  }

  @Override
  public boolean isComposedOfAnalyticDuals() {
    return layer.activation().isAnalytic();
  }

  @Override
  public boolean isEntire() {
    return layer.activation().isEntire();
  }

  @Override
  public boolean isRootExponential() {
    return layer.activation().isRootExponential();
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return layer.polynomialPart(depth);
  }

  /** The variance behind the last block, (1 + alpha^2)^L for the plain ones. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return layer.variance(over, depth);
  }

  @Override
  public String toString() {
    return "resnngp:L=" + depth + "," + layer.specification(depth) + layer.blocks();
  }
}

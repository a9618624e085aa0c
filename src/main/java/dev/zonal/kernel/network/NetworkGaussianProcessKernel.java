package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import java.util.List;
import java.util.Optional;

/**
 * The Gaussian-process kernel u_{L+1} of a fully connected network with L hidden layers of any
 * activation and any variances of weights and biases, f(1) = 1 (docs/theory.md, Section 5.9). Its
 * paper scale is the variance q_{L+1}. Source: Lee et al. 2018.
 *
 * @param depth the number L of hidden layers, 1 to 10^6
 * @param layer the layers
 */
public record NetworkGaussianProcessKernel(int depth, DenseLayer layer) implements NetworkKernel {
  /**
   * @throws KernelSpecificationException if the depth is out of its range, or the kernel too large
   */
  public NetworkGaussianProcessKernel {
    Range.DEPTH.check("L", depth);
    layer.requireFinite(depth);
  }

  @Override
  public GaussianProcessRecursion recursion() {
    return new GaussianProcessRecursion(layer);
  }

  @Override
  public NetworkGaussianProcessKernel withDepth(int other) {
    return new NetworkGaussianProcessKernel(other, layer);
  }

  @Override
  public NetworkGaussianProcessKernel withParameters(ParameterMap map) {
    return new NetworkGaussianProcessKernel(depth, layer.withParameters(map));
  }

  /** The names of these kernels for ReLUs without biases, and for one layer of their powers. */
  @Override
  public Kernel normalForm() {
    if (layer.isLinear()) {
      return layer.linearKernel(depth, l -> l == depth + 1);
    }
    if (layer.isPlainRelu()) {
      return new FullyConnectedGaussianProcessKernel(depth).normalForm();
    }
    return depth == 1 && layer.isRectifiedPower()
        ? new ArcCosineKernel(layer.activation().homogeneity().orElseThrow())
        : this;
  }

  @Override
  public Structure structure() {
    Kernel form = normalForm();
    return form.equals(this) ? NetworkKernel.super.structure() : form.structure();
  }

  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    if (!layer.isStationary()) {
      return List.of();
    }
    HomogeneousActivation phi = (HomogeneousActivation) layer.activation();
    return OneLayerTerm.sum(
        new OneLayerTerm(phi.weights().arc(), List.of(), Basis.kappa(phi.degree())),
        new OneLayerTerm(phi.weights().rest(), List.of(), Basis.U),
        new OneLayerTerm(phi.weights().constant(), List.of(), Basis.ONE));
  }

  /** q_{L+1}. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return layer.variance(over, depth);
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
  public Optional<ArcSineForm> arcSineForm() {
    return depth == 1 ? layer.form(layer.activation()::covarianceForm) : Optional.empty();
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return layer.polynomialPart(depth);
  }

  @Override
  public String toString() {
    return "nngp:" + layer.specification(depth);
  }
}

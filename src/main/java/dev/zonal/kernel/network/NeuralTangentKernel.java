package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
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
import dev.zonal.kernel.layer.LayerRecursion;
import java.util.List;
import java.util.Optional;

/**
 * The neural tangent kernel of a fully connected network with L hidden layers of any activation,
 * any variances of weights and biases and any layers trained, normalised so that f(1) = 1
 * (docs/theory.md, Section 5.9): {@link FullyConnectedTangentRecursion}. Its paper scale is
 * Theta_{L+1}(1) of the literature. Source: Jacot, Gabriel and Hongler 2018; Lee et al. 2019.
 *
 * @param depth the number L of hidden layers, 1 to 10^6
 * @param layer the layers
 * @param training which of the L + 1 layers of weights are trained
 */
public record NeuralTangentKernel(int depth, DenseLayer layer, Training training)
    implements NetworkKernel {
  /**
   * @throws KernelSpecificationException if the depth is out of its range, the kernel is too large
   *     for it, a layer that is trained does not exist, or the derivative of the activation is not
   *     square integrable
   */
  public NeuralTangentKernel {
    Range.DEPTH.check("L", depth);
    layer.requireFinite(depth);
    training = training.checked(depth);
    if (!layer.activation().hasTangentKernel() && training.trainsBelow(depth)) {
      throw new KernelSpecificationException(
          "act="
              + layer.activation()
              + ": its derivative is not square integrable, so that there is no tangent kernel;"
              + " nngp or train=last are defined");
    }
  }

  /** Where the read-out alone is trained the slopes, which need not exist, are not asked for. */
  @Override
  public LayerRecursion recursion() {
    if (!training.trainsBelow(depth)) {
      return new GaussianProcessRecursion(layer);
    }
    int counted = training.isAll() ? 0 : depth;
    return new FullyConnectedTangentRecursion(layer, Rational.ZERO, training, counted);
  }

  @Override
  public NeuralTangentKernel withDepth(int other) {
    return new NeuralTangentKernel(other, layer, training);
  }

  @Override
  public NeuralTangentKernel withParameters(ParameterMap map) {
    return new NeuralTangentKernel(depth, layer.withParameters(map), training);
  }

  /**
   * The kernels that have other names: fully connected ReLUs without biases, and Gaussian processes
   * where the read-out alone is trained.
   */
  @Override
  public Kernel normalForm() {
    if (!training.trainsBelow(depth)) {
      return new NetworkGaussianProcessKernel(depth, layer).normalForm();
    }
    if (layer.isLinear()) {
      return layer.linearKernel(depth, l -> training.trains(l, depth));
    }
    return layer.isPlainRelu() && training.isAll() ? new FullyConnectedTangentKernel(depth) : this;
  }

  @Override
  public Structure structure() {
    Kernel form = normalForm();
    return form.equals(this) ? NetworkKernel.super.structure() : form.structure();
  }

  /** What the two layers contribute: K, and u K'. */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    if (!layer.isStationary()) {
      return List.of();
    }
    HomogeneousActivation phi = (HomogeneousActivation) layer.activation();
    int n = phi.degree();
    boolean first = training.trains(1, 1);
    boolean second = training.trains(2, 1);
    Rational slope = phi.weights().slope();
    Rational linear = phi.weights().rest().multiply((first ? 1 : 0) + (second ? 1 : 0));
    return OneLayerTerm.sum(
        new OneLayerTerm(first ? slope : Rational.ZERO, List.of(), Basis.timesU(n - 1)),
        new OneLayerTerm(second ? phi.weights().arc() : Rational.ZERO, List.of(), Basis.kappa(n)),
        new OneLayerTerm(linear, List.of(), Basis.U));
  }

  /** Theta_{L+1}(1) = q_{L+1} n_{L+1}. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return over.multiply(layer.variance(over, depth), recursion().over(over).scale(depth));
  }

  @Override
  public int firstOddExponent() {
    int own = layer.activation().firstOddExponent();
    return training.trainsBelow(depth) ? own - 2 : own;
  }

  /** Only what the first layer contributes has the derivative of the dual at the antipode. */
  @Override
  public int firstOddExponentAtAntipode() {
    boolean first = training.trains(1, depth) || layer.isEven();
    return first ? firstOddExponent() : layer.activation().firstOddExponent();
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

  /** What the layers that are trained contribute: c_2, and sw2 c_1 G. */
  @Override
  public Optional<ArcSineForm> arcSineForm() {
    if (depth > 1) {
      return Optional.empty();
    }
    Optional<ArcSineForm> last = layer.form(layer.activation()::covarianceForm);
    Optional<ArcSineForm> first = layer.form(layer.activation()::slopeForm);
    if (!training.trains(1, 1)) {
      return last;
    }
    return training.trains(2, 1) ? first.flatMap(a -> last.map(a::plus)) : first;
  }

  @Override
  public boolean isRootExponential() {
    return layer.activation().isRootExponential();
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return layer.polynomialPart(depth);
  }

  @Override
  public String toString() {
    return "ntk:" + layer.specification(depth) + (training.isAll() ? "" : ",train=" + training);
  }
}

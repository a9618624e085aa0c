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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The neural tangent kernel of a residual ReLU network with L blocks and branch weight alpha
 * (docs/theory.md, Section 5.4): {@link ResidualTangentRecursion}, or
 *
 * <pre>
 *   f(u) = 1/(2L) Sum_{l=1..L} Prod_{j=l+1..L} (1 - sigma + sigma kappa_0(u_{j-1}))
 *                              (kappa_1(u_{l-1}) + u_{l-1} kappa_0(u_{l-1})),
 *   u_0 = u,  u_l = (1 - sigma) u_{l-1} + sigma kappa_1(u_{l-1}),  sigma = alpha^2/(1 + alpha^2),
 * </pre>
 *
 * <p>without biases and with the blocks trained. Source: Huang, Wang, Tao and Zhao 2020; Belfer,
 * Geifman, Galun and Basri 2024.
 */
public record ResidualTangentKernel(int depth, ResidualTangentRecursion recursion)
    implements NetworkKernel {
  /** Which layers of the network are trained. */
  public enum Training {
    /** The weights inside the blocks; the first and the last layer stay as they were drawn. */
    BLOCKS,
    /** Every layer. */
    ALL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ResidualTangentKernel {
    Range.DEPTH.check("L", depth);
    recursion.layer().requireTangentKernel();
    recursion.layer().requireFinite(depth);
  }

  /** No biases, and the blocks trained. */
  public ResidualTangentKernel(int depth, Parameter alpha) {
    this(depth, alpha, Rational.ZERO, Training.BLOCKS);
  }

  /**
   * @param depth the number L of blocks, 1 to 10^6
   * @param alpha the branch weight, positive
   * @param tau the weight of the biases, non-negative
   * @param training the layers trained
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public ResidualTangentKernel(int depth, Parameter alpha, Parameter tau, Training training) {
    this(
        depth,
        new ResidualTangentRecursion(
            new ResidualLayer(alpha), tau, Objects.requireNonNull(training)));
  }

  public Parameter alpha() {
    return recursion.layer().alpha();
  }

  public Parameter tau() {
    return recursion.tau();
  }

  public Training training() {
    return recursion.training();
  }

  @Override
  public ResidualTangentKernel withDepth(int other) {
    return new ResidualTangentKernel(other, recursion);
  }

  @Override
  public ResidualTangentKernel withParameters(ParameterMap map) {
    return new ResidualTangentKernel(
        depth,
        new ResidualTangentRecursion(
            recursion.layer().withParameters(map), map.apply("tau", tau()), training()));
  }

  /**
   * K + (u + tau^2) K' where the blocks are trained, and 2u + s (2 K + 2 u K' + tau^2 K') where all
   * layers are, s = alpha^2 sw2 E phi^2, for the dual K of an activation like ReLU.
   */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    ResidualLayer blocks = recursion.layer();
    if (!(blocks.activation() instanceof HomogeneousActivation phi
        && blocks.weight() instanceof Rational weight)) {
      return List.of();
    }
    boolean all = training() == Training.ALL;
    Rational factor = all ? weight : phi.value().reciprocal();
    List<Parameter> alpha = all ? List.of(alpha()) : List.of();
    Rational twice = factor.multiply(all ? 2 : 1);
    Rational slope = phi.weights().slope();
    int below = phi.degree() - 1;
    List<Parameter> biases = new ArrayList<>(alpha);
    biases.add(tau());
    return OneLayerTerm.sum(
        new OneLayerTerm(Rational.of(all ? 2 : 0), List.of(), Basis.U),
        new OneLayerTerm(twice.multiply(phi.weights().arc()), alpha, Basis.kappa(phi.degree())),
        new OneLayerTerm(twice.multiply(slope), alpha, Basis.timesU(below)),
        new OneLayerTerm(twice.multiply(phi.weights().rest()).multiply(2), alpha, Basis.U),
        new OneLayerTerm(factor.multiply(slope), biases, Basis.kappa(below)),
        new OneLayerTerm(factor.multiply(phi.weights().rest()), biases, Basis.ONE));
  }

  /** 2L (1 + alpha^2)^(L-1) for ReLUs without biases and with the blocks trained. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    ResidualLayer blocks = recursion.layer();
    T sum = recursion.over(over).scale(depth);
    if (training() == Training.ALL) {
      return over.multiply(blocks.variance(over, depth), sum);
    }
    return over.multiply(blocks.branchUnit(over, depth), sum);
  }

  @Override
  public int firstOddExponent() {
    return recursion.layer().activation().firstOddExponent() - 2;
  }

  /** tau^2 = 1, or 2 where all layers are trained, cancels the first coefficient there. */
  @Override
  public int firstOddExponentAtAntipode() {
    Rational critical = Rational.of(training() == Training.ALL ? 2 : 1);
    boolean cancels = tau().rationalSquare().filter(critical::equals).isPresent();
    return firstOddExponent() + (cancels ? 2 : 0);
  }

  @Override
  public boolean hasPositiveSeries(boolean odd) {
    return (isComposedOfAnalyticDuals() || isRootExponential())
        && polynomialPart().filter(part -> part.odd() == odd).isEmpty();
  }

  @Override
  public boolean isComposedOfAnalyticDuals() {
    return recursion.layer().activation().isAnalytic();
  }

  @Override
  public boolean isEntire() {
    return recursion.layer().activation().isEntire();
  }

  @Override
  public boolean isRootExponential() {
    return recursion.layer().activation().isRootExponential();
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    if (!tau().isZero()) {
      return Optional.empty();
    }
    // One block alone contributes F + u G, without the u that it is added to.
    return depth == 1 && training() == Training.BLOCKS
        ? recursion.layer().activation().polynomialPart()
        : recursion.layer().polynomialPart(depth);
  }

  @Override
  public String toString() {
    return "resntk:L="
        + depth
        + ","
        + recursion.layer().specification(depth)
        + (tau().isZero() ? "" : ",tau=" + tau())
        + (training() == Training.BLOCKS ? "" : ",train=" + training())
        + recursion.layer().blocks();
  }
}

package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.Range;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
        depth, map.apply("alpha", alpha()), map.apply("tau", tau()), training());
  }

  /**
   * kappa_1 + (u + tau^2) kappa_0 where the blocks are trained, and 2u + alpha^2 (2 kappa_1 + 2 u
   * kappa_0 + tau^2 kappa_0) where all layers are.
   */
  @Override
  public List<OneLayerTerm> oneLayerTerms() {
    return switch (training()) {
      case BLOCKS ->
          OneLayerTerm.sum(
              new OneLayerTerm(1, Basis.KAPPA_1),
              new OneLayerTerm(1, Basis.U_KAPPA_0),
              new OneLayerTerm(1, Basis.KAPPA_0, tau()));
      case ALL ->
          OneLayerTerm.sum(
              new OneLayerTerm(2, Basis.U),
              new OneLayerTerm(2, Basis.KAPPA_1, alpha()),
              new OneLayerTerm(2, Basis.U_KAPPA_0, alpha()),
              new OneLayerTerm(1, Basis.KAPPA_0, alpha(), tau()));
    };
  }

  /** 2L (1 + alpha^2)^(L-1) without biases and with the blocks trained. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    int power = training() == Training.ALL ? depth : depth - 1;
    T variance = over.power(recursion.layer().growth(over), power);
    return over.multiply(variance, recursion.over(over).scale(depth));
  }

  /** tau^2 = 1, or 2 where all layers are trained, cancels the first coefficient there. */
  @Override
  public int firstOddExponentAtAntipode() {
    Rational critical = Rational.of(training() == Training.ALL ? 2 : 1);
    return tau().rationalSquare().filter(critical::equals).isPresent() ? 3 : 1;
  }

  @Override
  public String toString() {
    return "resntk:L="
        + depth
        + ","
        + recursion.layer().specification(depth)
        + (tau().isZero() ? "" : ",tau=" + tau())
        + (training() == Training.BLOCKS ? "" : ",train=" + training());
  }
}

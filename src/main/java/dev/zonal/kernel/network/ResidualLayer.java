package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.PrimitiveRoot;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesLayer;
import dev.zonal.kernel.layer.Variances;
import java.util.Optional;

/**
 * A residual block with branch weight alpha &gt; 0: a covariance c at variance q becomes c +
 * alpha^2 sw2 F(q, c), F the dual of the activation. For an activation like ReLU, F(q, c) = q m
 * K(c/q), the variance is multiplied by 1 + s, s = alpha^2 sw2 m, which is 1 + alpha^2 for ReLU and
 * sw2 = 2, and u is mapped to (1 - sigma) u + sigma K(u), sigma = s/(1 + s) in (0, 1).
 *
 * @param alpha positive
 * @param activation the activation inside the block
 * @param weight sw2, the variance of the weights over their number, positive
 */
public record ResidualLayer(Parameter alpha, Activation activation, Parameter weight)
    implements NetworkLayer {
  /** The variance of the weights that keeps that of ReLUs. */
  public static final Rational HE = Rational.of(2);

  private static final Activation RELU = HomogeneousActivation.rectifiedPower(1);

  /**
   * @throws KernelSpecificationException if alpha or sw2 is not positive, or if alpha is an
   *     interval up to infinity and sigma is not its share (docs/theory.md, Corollary 28.8)
   */
  public ResidualLayer {
    Range.POSITIVE.check("alpha", alpha);
    Range.POSITIVE.check("sw2", weight);
    if (alpha instanceof Parameter.Interval interval
        && interval.isInfinite()
        && !(activation.equals(RELU) && weight.equals(HE))) {
      throw new KernelSpecificationException(
          "alpha=" + alpha + ": only the weight of blocks of ReLUs with sw2=2 may be infinite");
    }
  }

  /** Blocks of ReLUs with sw2 = 2. */
  public ResidualLayer(Parameter alpha) {
    this(alpha, RELU, HE);
  }

  @Override
  public <T> CovarianceMaps<T> over(Arithmetic<T> over) {
    if (activation instanceof HomogeneousActivation homogeneous && isStationary()) {
      return CovarianceMaps.same(CovarianceMap.residual(over, homogeneous.dual(over), sigma(over)));
    }
    return VarianceFlow.of(this, over).maps();
  }

  @Override
  public <S> SeriesLayer<S> series(SeriesAlgebra<S> over) {
    return SeriesLayer.residual(over, activation.series(over));
  }

  @Override
  public <T> Variances<T> variances(Arithmetic<T> over, T square) {
    return VarianceFlow.of(this, over, square);
  }

  @Override
  public boolean keepsZero() {
    return activation.vanishesAtZero();
  }

  @Override
  public boolean isHomogeneous() {
    return activation.homogeneity().filter(n -> n == 1).isPresent();
  }

  @Override
  public boolean isStationary() {
    return activation.homogeneity().filter(n -> n == 1).isPresent();
  }

  @Override
  public boolean hasUnitSlopes() {
    return isStationary();
  }

  /** Whether the blocks are those of {@link #ResidualLayer(Parameter)}. */
  public boolean isPlain() {
    return activation.equals(RELU) && weight.equals(HE);
  }

  /** Whether the units are ReLUs, whatever the variance of the weights. */
  boolean isRectified() {
    return activation.equals(RELU);
  }

  /** sigma = s/(1 + s), for a network that is stationary. */
  public <T> T sigma(Arithmetic<T> over) {
    Optional<Rational> square = rationalBranch();
    if (square.isPresent()) {
      return over.of(square.get().divide(square.get().add(1)));
    }
    if (alpha instanceof Parameter.Interval interval && isPlain()) {
      return interval.shareIn(over);
    }
    T branch = branch(over);
    return over.divide(branch, over.add(branch, over.of(1)));
  }

  /** 1 + s, the factor by which one block of a stationary network multiplies the variance. */
  <T> T growth(Arithmetic<T> over) {
    Optional<Rational> square = rationalBranch();
    return square.isPresent() ? over.of(square.get().add(1)) : over.add(over.of(1), branch(over));
  }

  /** alpha^2 sw2. */
  <T> T branchWeight(Arithmetic<T> over) {
    return over.multiply(alpha.squareIn(over), weight.in(over));
  }

  /** The variance after a number of blocks, for inputs of variance 1. */
  <T> T variance(Arithmetic<T> over, int blocks) {
    return isStationary()
        ? over.power(growth(over), blocks)
        : VarianceFlow.of(this, over).behind(blocks);
  }

  /** The unit of {@link ResidualTangentRecursion} in the literature's tangent kernel. */
  <T> T branchUnit(Arithmetic<T> over, int blocks) {
    if (isPlain()) {
      return variance(over, blocks - 1);
    }
    return isStationary()
        ? over.multiply(over.scale(weight.in(over), branchValue()), variance(over, blocks - 1))
        : over.divide(variance(over, blocks), alpha.squareIn(over));
  }

  /** As for {@link DenseLayer#polynomialPart}; what a block is added to is odd. */
  Optional<PolynomialPart> polynomialPart(int depth) {
    return activation
        .polynomialPart()
        .filter(part -> depth == 1 || !part.odd() && part.degree() < 0)
        .map(p -> p.odd() ? new PolynomialPart(true, Math.max(1, p.degree())) : p);
  }

  /**
   * @throws KernelSpecificationException if the derivative of the activation is not square
   *     integrable
   */
  void requireTangentKernel() {
    if (!activation.hasTangentKernel()) {
      throw new KernelSpecificationException(
          "act="
              + activation
              + ": its derivative is not square integrable, so that there is no tangent kernel;"
              + " resnngp is defined");
    }
  }

  /** As for {@link DenseLayer#requireFinite}. */
  void requireFinite(int depth) {
    if (!isStationary() && weight instanceof Rational && !(alpha instanceof Symbol)) {
      DenseLayer.requireFinite(
          new DoubleArithmetic(), activation, branchWeight(new DoubleArithmetic()), true, 0, depth);
    }
  }

  ResidualLayer withParameters(ParameterMap map) {
    return new ResidualLayer(map.apply("alpha", alpha), activation, map.apply("sw2", weight));
  }

  /** m = E phi^2 for variance 1. */
  private Rational branchValue() {
    return ((HomogeneousActivation) activation).value();
  }

  /** s, where it is rational. */
  private Optional<Rational> rationalBranch() {
    return weight instanceof Rational w
        ? alpha.rationalSquare().map(square -> square.multiply(w.multiply(branchValue())))
        : Optional.empty();
  }

  private <T> T branch(Arithmetic<T> over) {
    return isPlain() ? alpha.squareIn(over) : over.scale(branchWeight(over), branchValue());
  }

  /**
   * The activation and its weights where they are not the plain ones, as {@code ,act=erf,sw2=1}.
   */
  String blocks() {
    return (activation.equals(RELU) ? "" : ",act=" + activation)
        + (weight.equals(HE) ? "" : ",sw2=" + weight);
  }

  /**
   * {@code alpha=1/2}, else {@code alpha2=1/50}, else {@code alpha=L^(-1/3)}, else the power
   * itself.
   */
  String specification(int depth) {
    if (alpha instanceof RationalPower power) {
      return power
          .rationalSquare()
          .map(square -> "alpha2=" + square)
          .orElseGet(() -> "alpha=" + asPowerOf(depth, power));
    }
    return "alpha=" + alpha;
  }

  private static String asPowerOf(int depth, RationalPower power) {
    PrimitiveRoot ofDepth = PrimitiveRoot.of(Rational.of(depth));
    return depth > 1 && ofDepth.root().equals(power.base())
        ? "L^(" + power.exponent().divide(ofDepth.multiplicity()) + ")"
        : power.toString();
  }
}

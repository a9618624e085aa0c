package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.Objects;
import java.util.Optional;

/**
 * The neural tangent kernel of a residual ReLU network with L blocks and branch weight alpha
 * (docs/theory.md, Section 5.4),
 *
 * <pre>
 *   f(u) = 1/(2L) Sum_{l=1..L} Prod_{j=l+1..L} (1 - sigma + sigma kappa_0(u_{j-1}))
 *                              (kappa_1(u_{l-1}) + u_{l-1} kappa_0(u_{l-1})),
 *   u_0 = u,  u_l = (1 - sigma) u_{l-1} + sigma kappa_1(u_{l-1}),  sigma = alpha^2/(1 + alpha^2),
 * </pre>
 *
 * <p>normalised so that f(1) = 1. With biases of weight tau, trained from zero, the second u_{l-1}
 * gains tau^2 (1 - sigma)^(l-1); with all layers trained the first and the last layer are trained
 * as well. Source: Huang, Wang, Tao and Zhao 2020; Belfer, Geifman, Galun and Basri 2024.
 */
public final class ResidualTangentKernel implements Kernel {

  /** Which layers of the network are trained. */
  public enum Training {
    /** The weights inside the blocks; the first and the last layer stay as they were drawn. */
    BLOCKS("blocks"),
    /** Every layer. */
    ALL("all");

    private final String word;

    Training(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private final int depth;
  private final BranchWeight weight;
  private final Parameter tau;
  private final Training training;

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
    this.depth = Range.DEPTH.check("L", depth);
    this.weight = new BranchWeight(alpha);
    this.tau = Range.NON_NEGATIVE.check("tau", tau);
    this.training = Objects.requireNonNull(training);
  }

  public int depth() {
    return depth;
  }

  public Parameter alpha() {
    return weight.alpha();
  }

  public Parameter tau() {
    return tau;
  }

  public Training training() {
    return training;
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T zero = over.of(0);
    T sigma = weight.sigma(over);
    T rest = over.subtract(over.of(1), sigma);
    T bias = tau.isZero() ? null : tau.squareIn(over);
    boolean all = training == Training.ALL;

    Angle<T> angle = at;
    T blocks = null;
    T product = null;
    for (int l = 1; ; l++) {
      Context.checkpoint();
      T kappa0 = angle.kappa0();
      T covariance = bias == null ? angle.cosine() : over.add(angle.cosine(), bias);
      T layer = over.add(angle.kappa1(), over.multiply(covariance, kappa0));
      T passed = over.add(rest, over.multiply(sigma, kappa0));
      blocks = blocks == null ? layer : over.add(over.multiply(passed, blocks), layer);
      if (all) {
        product = product == null ? passed : over.multiply(passed, product);
      }
      if (l == depth) {
        break;
      }
      angle = angle.throughLayer(sigma, zero);
      bias = bias == null ? null : over.multiply(bias, rest);
    }
    if (all) {
      T last = over.add(over.multiply(rest, angle.cosine()), over.multiply(sigma, angle.kappa1()));
      T first = over.multiply(product, at.cosine());
      T sum = over.add(over.add(last, first), over.multiply(sigma, blocks));
      return over.divide(sum, normalisedValueAtOne(over));
    }
    return bias == null
        ? over.scale(blocks, Rational.of(1, 2L * depth))
        : over.divide(blocks, normalisedValueAtOne(over));
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  /**
   * One block at the antipode, where kappa_0 and kappa_1 vanish: the block contributes nothing, the
   * first and the last layer -1 each, over 2 (1 + alpha^2) + alpha^2 (2 + tau^2).
   */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    if (depth > 1 || !u.equals(Rational.ONE.negate())) {
      return Kernel.super.rationalValue(u);
    }
    if (training == Training.BLOCKS) {
      return Optional.of(Rational.ZERO);
    }
    return alpha()
        .rationalSquare()
        .flatMap(
            a2 ->
                tau.rationalSquare()
                    .map(t2 -> Rational.of(-2).divide(a2.multiply(t2.add(4)).add(2))));
  }

  /** 2L (1 + alpha^2)^(L-1) without biases and with the blocks trained. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    int power = training == Training.ALL ? depth : depth - 1;
    return over.multiply(over.power(weight.growth(over), power), normalisedValueAtOne(over));
  }

  /**
   * The value at u = 1 after division by the power of 1 + alpha^2 that {@link #paperScale}
   * restores.
   */
  private <T> T normalisedValueAtOne(Arithmetic<T> over) {
    T sigma = weight.sigma(over);
    T sum = over.of(2L * depth);
    if (!tau.isZero()) {
      T biases = GeometricSum.of(over, over.subtract(over.of(1), sigma), depth);
      sum = over.add(sum, over.multiply(tau.squareIn(over), biases));
    }
    return training == Training.ALL ? over.add(over.of(2), over.multiply(sigma, sum)) : sum;
  }

  /** tau^2 = 1, or 2 where all layers are trained, cancels the first coefficient there. */
  @Override
  public int firstOddExponentAtAntipode() {
    Rational critical = Rational.of(training == Training.ALL ? 2 : 1);
    return tau.rationalSquare().filter(critical::equals).isPresent() ? 3 : 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResidualTangentKernel that
        && depth == that.depth
        && weight.equals(that.weight)
        && tau.equals(that.tau)
        && training == that.training;
  }

  @Override
  public int hashCode() {
    return Objects.hash(depth, weight, tau, training);
  }

  @Override
  public String toString() {
    return "resntk:L="
        + depth
        + ","
        + weight.specification(depth)
        + (tau.isZero() ? "" : ",tau=" + tau)
        + (training == Training.BLOCKS ? "" : ",train=" + training);
  }
}

package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesLayer;
import dev.zonal.kernel.layer.Variances;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The layers of a fully connected network whose weights have the variance sw2 over their number and
 * whose biases have the variance sb2, the first layer among them: with q_1 = sw2 + sb2, u_1 = (sw2
 * u + sb2)/q_1 and the dual K of the activation at variance q_l,
 *
 * <pre>
 *   q_{l+1} = sw2 E phi^2 + sb2,   u_{l+1} = (sw2 E phi^2 K(u_l) + sb2)/q_{l+1}
 * </pre>
 *
 * <p>(docs/theory.md, Section 5.9).
 *
 * @param activation the activation of the units
 * @param weight sw2, positive
 * @param bias sb2, non-negative
 */
public record DenseLayer(Activation activation, Parameter weight, Parameter bias)
    implements NetworkLayer {
  /** A relative change of a variance that is no change. */
  private static final double STEADY = 0x1p-50;

  /**
   * @throws KernelSpecificationException if a variance is out of its range
   */
  public DenseLayer {
    Range.POSITIVE.check("sw2", weight);
    Range.NON_NEGATIVE.check("sb2", bias);
  }

  @Override
  public <T> CovarianceMaps<T> over(Arithmetic<T> over) {
    return isStationary()
        ? CovarianceMaps.same(
            CovarianceMap.plain(over, ((HomogeneousActivation) activation).dual(over)))
        : VarianceFlow.of(this, over).maps();
  }

  @Override
  public <S> SeriesLayer<S> series(SeriesAlgebra<S> over) {
    return SeriesLayer.dense(over, activation.series(over), isBiased());
  }

  @Override
  public <T> Variances<T> variances(Arithmetic<T> over, T square) {
    return VarianceFlow.of(this, over, square);
  }

  @Override
  public boolean keepsZero() {
    return !isBiased() && activation.vanishesAtZero();
  }

  @Override
  public boolean isHomogeneous() {
    return !isBiased() && activation.homogeneity().isPresent();
  }

  /** q_{l+1}, the variance of the pre-activations behind the layer l; q_1 for l = 0. */
  <T> T variance(Arithmetic<T> over, int layer) {
    return VarianceFlow.of(this, over).behind(layer);
  }

  /** A homogeneous activation without biases sees the cosine only. */
  @Override
  public boolean isStationary() {
    return bias.isZero() && activation.homogeneity().isPresent();
  }

  @Override
  public boolean hasUnitSlopes() {
    return isStationary() && activation.homogeneity().orElseThrow() == 1;
  }

  /**
   * The odd or the even part of the kernels, where it is a polynomial: without biases that of a
   * single layer has the degree of the activation's, and a part that is missing in the activation
   * is missing in every layer.
   */
  Optional<PolynomialPart> polynomialPart(int depth) {
    return isBiased()
        ? Optional.empty()
        : activation.polynomialPart().filter(part -> depth == 1 || part.degree() < 0);
  }

  /** sw2 F and sw2 c_1 G of the first layer as functions of u, if the parameters are rational. */
  Optional<ArcSineForm> form(Function<Rational, Optional<ArcSineForm>> ofVariance) {
    if (!(weight instanceof Rational w && bias instanceof Rational b)) {
      return Optional.empty();
    }
    return ofVariance.apply(w.add(b)).map(form -> form.at(w, b).times(w));
  }

  /** Whether the inputs x and -x have the covariance 1 behind a layer. */
  boolean isEven() {
    return activation instanceof HomogeneousActivation h && h.isEven() && !isBiased();
  }

  /** Whether the units are ReLUs without biases. */
  boolean isPlainRelu() {
    return isRectifiedPower() && activation.homogeneity().orElseThrow() == 1;
  }

  /** Whether the dual is an arc-cosine kernel, and nothing else is added. */
  boolean isRectifiedPower() {
    return isStationary()
        && activation instanceof HomogeneousActivation h
        && h.weights().rest().signum() == 0
        && h.weights().constant().signum() == 0;
  }

  /** Whether the units are linear and the kernels known as polynomials of u of degree 1. */
  boolean isLinear() {
    return activation instanceof HomogeneousActivation h
        && h.weights().arc().signum() == 0
        && weight instanceof Rational
        && bias instanceof Rational;
  }

  /**
   * The kernel of linear units, f(1) = 1: the sum of sw2^(L+1-l) c_l over some of the layers, c_1 =
   * sw2 u + sb2, c_(l+1) = sw2 c_l + sb2.
   */
  PolynomialKernel linearKernel(int depth, IntPredicate contributes) {
    Rational w = (Rational) weight;
    Rational b = (Rational) bias;
    Rational ofU = Rational.ONE;
    Rational constant = Rational.ZERO;
    Rational sumOfU = Rational.ZERO;
    Rational sumOfConstants = Rational.ZERO;
    for (int l = 1; l <= depth + 1; l++) {
      ofU = ofU.multiply(w);
      constant = constant.multiply(w).add(b);
      sumOfU = sumOfU.multiply(w);
      sumOfConstants = sumOfConstants.multiply(w);
      if (contributes.test(l)) {
        sumOfU = sumOfU.add(ofU);
        sumOfConstants = sumOfConstants.add(constant);
      }
    }
    Rational atOne = sumOfU.add(sumOfConstants);
    return new PolynomialKernel(List.of(sumOfConstants.divide(atOne), sumOfU.divide(atOne)));
  }

  /**
   * Checks that the variances stay within the doubles that regions are certified in, where they
   * matter.
   *
   * @throws KernelSpecificationException if they do not
   */
  void requireFinite(int depth) {
    if (isStationary() || !(weight instanceof Rational && bias instanceof Rational)) {
      return;
    }
    DoubleArithmetic over = new DoubleArithmetic();
    double bias = this.bias.in(over);
    requireFinite(over, activation, weight.in(over), false, bias, depth);
  }

  /** The same for q' = w E phi^2 + b from q = w + b, or q' = q + w E phi^2 from q = 1. */
  static void requireFinite(
      DoubleArithmetic over, Activation phi, double w, boolean residual, double b, int depth) {
    double q = residual ? 1 : w + b;
    for (int l = 1; l <= depth; l++) {
      double next = w * phi.variance(over, q) + (residual ? q : b);
      if (!(next > 1e-250 && next < 1e250)) {
        throw new KernelSpecificationException(
            "act=%s,L=%s: the variance behind layer %s is out of range, too %s"
                .formatted(phi, depth, l, next < 1 ? "small" : "large"));
      }
      if (Math.abs(next - q) <= STEADY * q) {
        return;
      }
      q = next;
    }
  }

  DenseLayer withParameters(ParameterMap map) {
    return new DenseLayer(activation, map.apply("sw2", weight), map.apply("sb2", bias));
  }

  boolean isBiased() {
    return !bias.isZero();
  }

  /** As in {@code act=erf,L=3,sw2=3/2,sb2=1/10}; sb2 = 0 is left out. */
  String specification(int depth) {
    return "act="
        + activation
        + ",L="
        + depth
        + ",sw2="
        + weight
        + (isBiased() ? ",sb2=" + bias : "");
  }
}

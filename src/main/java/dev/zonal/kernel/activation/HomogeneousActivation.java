package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.Optional;

/**
 * An activation phi with phi(a x) = a^n phi(x) for a &gt; 0, as those that are a power on either
 * side of 0: E phi(x) phi(z) = s^n (arc kappa_n(u) + rest u + constant), s the root of the product
 * of the variances, u the correlation (docs/theory.md, Lemma 5.8). Source: Cho and Saul 2009.
 *
 * @param text as it is written in a specification
 * @param weights the dual for the variance 1
 * @param normalised the same over its value at u = 1
 * @param part the part of phi that is a polynomial
 */
public record HomogeneousActivation(
    String text,
    ArcCosineWeights weights,
    ArcCosineWeights normalised,
    Optional<PolynomialPart> part)
    implements Activation {
  private static final Rational HALF = Rational.of(1, 2);

  private static HomogeneousActivation of(
      String text,
      int degree,
      Rational arc,
      Rational rest,
      Rational constant,
      Optional<PolynomialPart> part) {
    ArcCosineWeights weights = ArcCosineWeights.of(degree, arc, rest, constant);
    return new HomogeneousActivation(text, weights, weights.normalised(), part);
  }

  /** max(x, 0)^n, n &gt;= 1. */
  public static HomogeneousActivation rectifiedPower(int n) {
    Rational arc = HALF;
    for (int i = 1; i <= n; i++) {
      arc = arc.multiply(2L * i - 1);
    }
    return of(
        n == 1 ? "relu" : "relu,power=" + n,
        n,
        arc,
        Rational.ZERO,
        Rational.ZERO,
        part(n % 2 == 1, n));
  }

  /** x for x &gt; 0 and a x for x &lt; 0: 0 is ReLU, -1 the absolute value, 1 the identity. */
  public static HomogeneousActivation leaky(Rational slope) {
    Rational jump = Rational.ONE.subtract(slope);
    boolean even = slope.equals(Rational.ONE.negate());
    boolean isIdentity = slope.equals(Rational.ONE);
    return of(
        even ? "abs" : isIdentity ? "linear" : "leaky,slope=" + slope,
        1,
        jump.multiply(jump).divide(2),
        slope,
        Rational.ZERO,
        isIdentity ? part(false, -1) : part(true, even ? -1 : 1));
  }

  /** 1 for x &gt; 0 and 0 for x &lt; 0. */
  public static HomogeneousActivation step() {
    return of("step", 0, HALF, Rational.ZERO, Rational.ZERO, part(false, 0));
  }

  /** 1 for x &gt; 0 and -1 for x &lt; 0. */
  public static HomogeneousActivation sign() {
    return of("sign", 0, Rational.of(2), Rational.ZERO, Rational.ONE.negate(), part(false, -1));
  }

  private static Optional<PolynomialPart> part(boolean odd, int degree) {
    return Optional.of(new PolynomialPart(odd, degree));
  }

  /** n. */
  public int degree() {
    return weights.degree();
  }

  /** E phi(x)^2 for the variance 1. */
  public Rational value() {
    return weights.value();
  }

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.multiply(variance(over, pair.scale()), dual(over).value(pair.angle()));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    T factor = over.scale(over.power(pair.scale(), degree() - 1L), value());
    return over.multiply(factor, dual(over).slope(pair.angle()));
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return over.scale(over.power(q, degree()), value());
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return over.scale(over.power(q, degree() - 1L), weights.slope().add(weights.rest()));
  }

  /** The normalised dual, which is the same for every variance. */
  public <T> ArcCosineDual<T> dual(Arithmetic<T> over) {
    return new ArcCosineDual<>(over, normalised);
  }

  @Override
  public <T> Dual<T> dual(Arithmetic<T> over, T q, T variance) {
    return dual(over);
  }

  @Override
  public <T> Dual<T> dual(Arithmetic<T> over, T first, T second, T moment) {
    return dual(over);
  }

  @Override
  public Optional<Integer> homogeneity() {
    return Optional.of(degree());
  }

  @Override
  public boolean hasTangentKernel() {
    return degree() > 0;
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return part;
  }

  /** Of the identity both parts are polynomials. */
  @Override
  public <S> S series(SeriesAlgebra<S> over) {
    return weights.arc().signum() == 0 ? over.power(1) : Activation.super.series(over);
  }

  /** Whether this is the absolute value, whose dual has a second coincidence at the antipode. */
  public boolean isEven() {
    return part.filter(p -> p.odd() && p.degree() < 0).isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}

package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.PolynomialPart;
import java.util.Optional;

/**
 * An activation phi with phi(a x) = a^n phi(x) for a &gt; 0, as those that are a power on either
 * side of 0: E phi(x) phi(z) = s^n (arc kappa_n(u) + rest u + constant), s the root of the product
 * of the variances, u the correlation (docs/theory.md, Lemma 5.8). Source: Cho and Saul 2009.
 *
 * @param text as it is written in a specification
 * @param degree n
 * @param arc the weight of kappa_n, positive; 0 for the identity
 * @param rest the weight of u; 0 unless n is 1
 * @param constant 0 unless n is 0
 * @param part the part of phi that is a polynomial
 */
public record HomogeneousActivation(
    String text,
    int degree,
    Rational arc,
    Rational rest,
    Rational constant,
    Optional<PolynomialPart> part)
    implements Activation {
  private static final Rational HALF = Rational.of(1, 2);

  /** max(x, 0)^n, n &gt;= 1. */
  public static HomogeneousActivation rectifiedPower(int n) {
    Rational arc = HALF;
    for (int i = 1; i <= n; i++) {
      arc = arc.multiply(2L * i - 1);
    }
    return new HomogeneousActivation(
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
    return new HomogeneousActivation(
        even ? "abs" : "leaky,slope=" + slope,
        1,
        jump.multiply(jump).divide(2),
        slope,
        Rational.ZERO,
        slope.equals(Rational.ONE) ? part(false, -1) : part(true, even ? -1 : 1));
  }

  /** 1 for x &gt; 0 and 0 for x &lt; 0. */
  public static HomogeneousActivation step() {
    return new HomogeneousActivation(
        "step", 0, HALF, Rational.ZERO, Rational.ZERO, part(false, 0));
  }

  /** 1 for x &gt; 0 and -1 for x &lt; 0. */
  public static HomogeneousActivation sign() {
    return new HomogeneousActivation(
        "sign", 0, Rational.of(2), Rational.ZERO, Rational.ONE.negate(), part(false, -1));
  }

  private static Optional<PolynomialPart> part(boolean odd, int degree) {
    return Optional.of(new PolynomialPart(odd, degree));
  }

  /** E phi(x)^2 for the variance 1. */
  public Rational value() {
    return arc.add(rest).add(constant);
  }

  /** E phi'(x)^2 for the variance 1. */
  private Rational slope() {
    return arc.multiply(ArcCosinePolynomials.slope(degree)).add(rest);
  }

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.multiply(
        over.power(pair.scale(), degree), dual(over).scaled(value()).value(pair.angle()));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.multiply(
        over.power(pair.scale(), degree - 1L), dual(over).scaled(value()).slope(pair.angle()));
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return over.scale(over.power(q, degree), value());
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return over.scale(over.power(q, degree - 1L), slope());
  }

  /** The normalised dual, which is the same for every variance. */
  public <T> ArcCosineDual<T> dual(Arithmetic<T> over) {
    Rational value = value();
    return new ArcCosineDual<>(
        over, degree, arc.divide(value), rest.divide(value), constant.divide(value));
  }

  @Override
  public <T> Dual<T> dual(Arithmetic<T> over, T q, T variance) {
    return dual(over);
  }

  @Override
  public Optional<Integer> homogeneity() {
    return Optional.of(degree);
  }

  @Override
  public boolean hasTangentKernel() {
    return degree > 0;
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return part;
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

package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The weight W_k(iy) of the contour integral (docs/theory.md, Lemma 11.1) from its hypergeometric
 * form,
 *
 * <pre>
 *   W_k(iy) = sinh(y) N_k e^(-(k+1)y) 2F1(1-lambda, k+1; k+lambda+1; e^(-2y)),   lambda = d/2 - 1,
 * </pre>
 *
 * <p>re-expanded about 1 - e^(-2y), which is small where the weight is not: a polynomial with
 * positive terms for even d [DLMF 15.8.7], a logarithmic series for odd d [DLMF 15.8.10]. Apfloat
 * numbers without error bounds; a part of the second opinion.
 */
final class ContourWeight {
  private static final double LN_10 = Math.log(10);
  private static final int GUARD = 8;

  private final int dimension;

  /** 2 lambda - 1, even where the series is the logarithmic one. */
  private final int m;

  /** lambda, where it is an integer and the series a polynomial. */
  private final int l;

  private final long k;
  private final int digits;
  private final long working;
  private final Apfloat factor;
  private final List<Apfloat> brackets = new ArrayList<>();
  private final List<Apfloat> ratios = new ArrayList<>();

  /**
   * @param dimension d, at least 2
   * @param frequency k, at least 1
   * @param digits absolute accuracy in units of the largest weights
   * @param largest the largest ky that will be asked for
   */
  ContourWeight(int dimension, long frequency, int digits, double largest) {
    this.dimension = dimension;
    this.m = dimension - 3;
    this.l = (dimension - 2) / 2;
    this.k = frequency;
    this.digits = digits;
    // The logarithmic series grows like e^(2ky), to be multiplied by e^(-ky).
    double lost = dimension % 2 == 0 ? 0 : largest / LN_10;
    this.working = (long) Math.ceil(digits + lost) + GUARD;
    this.factor = dimension == 2 ? null : dimension % 2 == 0 ? evenFactor() : oddFactor();
  }

  /** W_k(iy) for a real y &gt; 0. */
  Apfloat at(Apfloat y) {
    Apfloat decay =
        ApfloatSeries.exp(y.multiply(of(dimension == 2 ? -k : -(k + 1))), digits + GUARD);
    if (dimension == 2) {
      return decay;
    }
    double ky = y.doubleValue() * k;
    // Near 0 the difference of exponentials cancels.
    long extra = Math.max(0, -y.scale()) + GUARD;
    Apfloat exact = y.precision(working + extra);
    Apfloat e = ApfloatSeries.exp(exact.negate(), working + extra);
    Apfloat one = new Apfloat(1, working + extra);
    Apfloat rest = one.subtract(e.multiply(e)).precision(working);
    Apfloat sinh = rest.divide(e.add(e)).precision(working);
    Apfloat value = dimension % 2 == 0 ? polynomial(rest) : logarithmic(rest, ky);
    return sinh.multiply(decay).multiply(factor).multiply(value).precision(digits + GUARD);
  }

  private Apfloat of(long n) {
    return new Apfloat(n, working);
  }

  private Apfloat quotient(long n, long m) {
    return of(n).divide(of(m));
  }

  /** N_k (lambda)_(lambda-1)/(k+lambda+1)_(lambda-1), with N_k from Gammas of integers. */
  private Apfloat evenFactor() {
    // N_k = 2^(2-2l) (2l-1)!/(l-1)! k!/(k+l)!
    Apfloat product = ApfloatMath.pow(of(2), 2L - 2L * l);
    for (int i = l; i < 2 * l; i++) {
      Context.checkpoint();
      product = product.multiply(of(i));
    }
    for (int i = 1; i <= l; i++) {
      Context.checkpoint();
      product = product.divide(of(k + i));
    }
    for (int i = 0; i < l - 1; i++) {
      Context.checkpoint();
      product = product.multiply(quotient(l + i, 1)).divide(of(k + l + 1 + i));
    }
    return product;
  }

  /** 2F1(1-l, k+1; 2-2l; 1-z), up to the factor above. */
  private Apfloat polynomial(Apfloat rest) {
    Apfloat term = of(1);
    Apfloat sum = term;
    for (int j = 0; j < l - 1; j++) {
      Context.checkpoint();
      term =
          term.multiply(rest)
              .multiply(of(l - 1L - j))
              .multiply(of(k + 1 + j))
              .divide(of((2L * l - 2 - j) * (j + 1)));
      sum = sum.add(term);
    }
    return sum;
  }

  /** 2^(2-2 lambda) Gamma(2 lambda)/Gamma(lambda). */
  private Apfloat oddFactor() {
    Apfloat product = ApfloatMath.pow(of(2), 1L - m);
    for (int i = 2; i <= m; i++) {
      Context.checkpoint();
      product = product.multiply(of(i));
    }
    return product.divide(gammaLambda());
  }

  /** Gamma(lambda) = Gamma(1/2 + m/2), m = d - 3 even. */
  private Apfloat gammaLambda() {
    Apfloat gamma = ApfloatMath.sqrt(ApfloatMath.pi(working));
    for (int i = 0; i < m / 2; i++) {
      Context.checkpoint();
      gamma = gamma.multiply(quotient(2L * i + 1, 2));
    }
    return gamma;
  }

  /** k!/Gamma(k+lambda+1) 2F1(1-lambda, k+1; k+lambda+1; 1-rest). */
  private Apfloat logarithmic(Apfloat rest, double ky) {
    Apfloat gamma = gammaLambda();
    Apfloat sum = m == 0 ? Apfloat.ZERO : finite(rest).divide(gamma);
    Apfloat logarithm = ApfloatMath.log(rest);
    // 1/Gamma(1-lambda) = (-1)^(m/2) Gamma(lambda)/pi
    Apfloat scale = gamma.divide(ApfloatMath.pi(working));
    if (m % 4 != 0) {
      scale = scale.negate();
    }
    Apfloat power = m == 0 ? of(1) : ApfloatMath.pow(rest, (long) m);
    for (int i = 2; i <= m; i++) {
      Context.checkpoint();
      power = power.divide(of(i));
    }
    Apfloat term = power;
    Apfloat series = Apfloat.ZERO;
    double peak = 2 * ky;
    for (int j = 0; j <= peak || term.scale() > -working; j++) {
      Context.checkpoint();
      extend(j);
      series = series.add(term.multiply(logarithm.add(brackets.get(j))));
      term = term.multiply(rest).multiply(ratios.get(j));
    }
    return sum.add(series.multiply(scale).negate());
  }

  /** Sum_(j &lt; m) (1-lambda)_j (k+1)_j (m-j-1)!/j! (-rest)^j / (k+1)_m. */
  private Apfloat finite(Apfloat rest) {
    Apfloat term = of(1);
    for (int i = 1; i <= m; i++) {
      Context.checkpoint();
      term = term.divide(of(k + i));
      if (i < m) {
        term = term.multiply(of(i));
      }
    }
    Apfloat sum = term;
    for (int j = 0; j < m - 1; j++) {
      Context.checkpoint();
      // (1 - lambda + j) = (1 - m + 2j)/2
      term =
          term.multiply(rest)
              .multiply(quotient(-(1L - m + 2L * j), 2))
              .multiply(of(k + 1 + j))
              .divide(of((m - j - 1L) * (j + 1)));
      sum = sum.add(term);
    }
    return sum;
  }

  /** The constants of the j-th term, which all y share. */
  private void extend(int j) {
    while (brackets.size() <= j) {
      Context.checkpoint();
      int i = brackets.size();
      if (i == 0) {
        brackets.add(firstBracket());
      } else {
        // psi(lambda+i) + psi(k+1+m+i) - psi(i+1) - psi(i+m+1)
        Apfloat step =
            quotient(2, m + 2L * i - 1)
                .add(quotient(1, k + m + i))
                .subtract(quotient(1, i))
                .subtract(quotient(1, (long) i + m));
        brackets.add(brackets.get(i - 1).add(step));
      }
      ratios.add(
          quotient(m + 1 + 2L * i, 2)
              .multiply(of(k + 1 + m + i))
              .divide(of((i + 1L) * (i + 1L + m))));
    }
  }

  private Apfloat firstBracket() {
    Apfloat sum =
        ApfloatMath.digamma(of(k + 1 + m))
            .add(ApfloatMath.euler(working))
            .subtract(ApfloatMath.log(of(4)));
    for (int i = 1; i <= m / 2; i++) {
      Context.checkpoint();
      sum = sum.add(quotient(2, 2L * i - 1));
    }
    for (int i = 1; i <= m; i++) {
      Context.checkpoint();
      sum = sum.subtract(quotient(1, i));
    }
    return sum;
  }
}

package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.value.Sphere;
import java.util.ArrayList;
import java.util.List;

/**
 * An eigenvalue of kappa_a(m) or m kappa_a(m), m the mean of the cosines of q pixels of an odd
 * number C of channels, in closed form: the weights are polynomials, and integrals of arc-cosine
 * kernels are arc-cosine kernels, so that only the corners of the cube are left (docs/theory.md,
 * Theorem 21.8),
 *
 * <pre>
 *   rational + sum over 0 &lt; r &lt; q of (ofKappa0_r kappa_0(m_r) + ofKappa1_r kappa_1(m_r)),
 * </pre>
 *
 * <p>m_r = (2r - q)/q, with rational coefficients.
 *
 * @param rational what stands alone
 * @param ofKappa0 the factors of kappa_0(m_r), r = 1, 2, ...
 * @param ofKappa1 those of kappa_1(m_r)
 */
record CornerSum(Rational rational, List<Rational> ofKappa0, List<Rational> ofKappa1) {
  CornerSum {
    ofKappa0 = List.copyOf(ofKappa0);
    ofKappa1 = List.copyOf(ofKappa1);
  }

  /**
   * The eigenvalue.
   *
   * @param function kappa_a or u kappa_a
   * @param channels C, odd, at least 3
   * @param frequencies the degrees of the harmonics, one for each of the q pixels
   */
  static CornerSum of(OneLayerTerm.Basis function, int channels, List<Integer> frequencies) {
    if (channels % 2 == 0 || channels < 3) {
      throw new IllegalArgumentException(
          "the weight for " + channels + " channels is no polynomial");
    }
    int q = frequencies.size();
    List<RationalPolynomial> corners = corners(channels, frequencies);
    Rational alone = antiderivatives(function, corners.get(q), Rational.ONE).sum();
    List<Rational> ofKappa0 = new ArrayList<>();
    List<Rational> ofKappa1 = new ArrayList<>();
    for (int r = 1; r < q; r++) {
      Pair pair = antiderivatives(function, corners.get(r), Rational.of(2L * r - q, q));
      ofKappa0.add(pair.ofKappa0);
      ofKappa1.add(pair.ofKappa1);
    }
    return new CornerSum(alone, ofKappa0, ofKappa1);
  }

  /**
   * By the number r of pixels at u = 1, the others at u = -1: the polynomial in the operator of
   * integration that stands before f at m_r.
   */
  private static List<RationalPolynomial> corners(int channels, List<Integer> frequencies) {
    List<RationalPolynomial> corners = List.of(RationalPolynomial.ONE);
    for (int k : frequencies) {
      RationalPolynomial above = end(channels, k, frequencies.size());
      RationalPolynomial below = antipode(above, k);
      List<RationalPolynomial> next = new ArrayList<>();
      for (int r = 0; r <= corners.size(); r++) {
        RationalPolynomial sum = RationalPolynomial.ZERO;
        if (r < corners.size()) {
          sum = sum.add(corners.get(r).multiply(below));
        }
        if (r > 0) {
          sum = sum.add(corners.get(r - 1).multiply(above));
        }
        next.add(sum);
      }
      corners = next;
    }
    return corners;
  }

  /** The sum over j of (-1)^j p^(j)(1) (q y)^(j+1), p the weight times the Legendre polynomial. */
  private static RationalPolynomial end(int channels, int k, int q) {
    RationalPolynomial p = weighted(channels, k);
    List<Rational> coefficients = new ArrayList<>(List.of(Rational.ZERO));
    Rational factor = Rational.of(q);
    while (p.size() > 0) {
      coefficients.add(p.value(Rational.ONE).multiply(factor));
      factor = factor.multiply(-q);
      p = p.derivative();
    }
    return new RationalPolynomial(coefficients);
  }

  /** The same at u = -1, with the sign of the lower end: p(-u) = (-1)^k p(u). */
  private static RationalPolynomial antipode(RationalPolynomial end, int k) {
    List<Rational> coefficients = new ArrayList<>();
    for (int n = 0; n < end.size(); n++) {
      coefficients.add(end.at(n).multiply((n + k) % 2 == 0 ? 1 : -1));
    }
    return new RationalPolynomial(coefficients);
  }

  /** c_C (1 - u^2)^((C-3)/2) P_k(u). */
  private static RationalPolynomial weighted(int channels, int k) {
    RationalPolynomial u = RationalPolynomial.of(Rational.ZERO, Rational.ONE);
    RationalPolynomial before = RationalPolynomial.ZERO;
    RationalPolynomial legendre = RationalPolynomial.ONE;
    for (int n = 0; n < k; n++) {
      RationalPolynomial next =
          n == 0
              ? u
              : u.multiply(legendre)
                  .scale(Rational.of(2L * n + channels - 2))
                  .subtract(before.scale(Rational.of(n)))
                  .scale(Rational.of(1, n + channels - 2L));
      before = legendre;
      legendre = next;
    }
    RationalPolynomial weight =
        RationalPolynomial.of(Rational.ONE, Rational.ZERO, Rational.of(-1))
            .power((channels - 3) / 2)
            .scale(new Sphere(channels).measureConstant().exact().rational().orElseThrow());
    return legendre.multiply(weight);
  }

  /** What stands before kappa_0 and kappa_1 at one m; at m = 1 both are 1. */
  private record Pair(Rational ofKappa0, Rational ofKappa1) {
    static final Pair ZERO = new Pair(Rational.ZERO, Rational.ZERO);

    Pair plus(Rational factor, int degree, Rational m) {
      ArcCosinePolynomials kappa = ArcCosinePolynomials.of(degree);
      Rational sine = Rational.ONE.subtract(m.multiply(m));
      return new Pair(
          ofKappa0.add(factor.multiply(sine).multiply(value(kappa.ofKappa0(), m))),
          ofKappa1.add(factor.multiply(value(kappa.ofKappa1(), m))));
    }

    private static Rational value(ArcCosinePolynomials.Polynomial polynomial, Rational m) {
      return new RationalPolynomial(polynomial.coefficients()).value(m);
    }

    Rational sum() {
      return ofKappa0.add(ofKappa1);
    }
  }

  /** The sum over n of the coefficient of y^n times the n-th antiderivative at m. */
  private static Pair antiderivatives(
      OneLayerTerm.Basis function, RationalPolynomial corner, Rational m) {
    int a = function.degree().orElseThrow();
    Pair sum = Pair.ZERO;
    Rational factor = Rational.ONE;
    for (int n = 1; n < corner.size(); n++) {
      factor = factor.divide(ArcCosinePolynomials.slope(a + n));
      Rational weight = corner.at(n).multiply(factor);
      if (function.cosine()) {
        Rational further = weight.multiply(-n).divide(ArcCosinePolynomials.slope(a + n + 1));
        sum = sum.plus(weight.multiply(m), a + n, m).plus(further, a + n + 1, m);
      } else {
        sum = sum.plus(weight, a + n, m);
      }
    }
    return sum;
  }

  /** A ball that contains the eigenvalue; large numbers cancel. */
  Ball enclose(BallArithmetic over) {
    int q = ofKappa0.size() + 1;
    Ball sum = over.of(rational);
    for (int r = 1; r < q; r++) {
      ChordAngle<Ball> angle = ChordAngle.ofCosine(over, Rational.of(2L * r - q, q));
      sum = over.add(sum, over.scale(angle.kappa0(), ofKappa0.get(r - 1)));
      sum = over.add(sum, over.scale(angle.kappa1(), ofKappa1.get(r - 1)));
    }
    return sum;
  }
}

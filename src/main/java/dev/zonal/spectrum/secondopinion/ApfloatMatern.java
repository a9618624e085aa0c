package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The Matern function 2^(1-nu)/Gamma(nu) x^nu K_nu(x) at x &gt; 0 by the trapezoidal rule for
 *
 * <pre>
 *   K_nu(x) = Int_0^infinity exp(-x cosh t) cosh(nu t) dt,
 * </pre>
 *
 * <p>many times quicker than the library's Bessel function. A part of the second opinion: no error
 * bound. Source: DLMF 10.32.9.
 *
 * @param digits of the result, relative
 */
record ApfloatMatern(Rational nu, long digits) {
  private static final double LN_10 = Math.log(10);

  /** A strip in which the integrand decays; it ends at pi/2. */
  private static final double STRIP = 1.45;

  private static final double SLACK = 6;
  private static final int GUARD = 6;

  /** M_nu(x). */
  Apfloat at(Apfloat x) {
    double small = x.doubleValue();
    if (nu.compareTo(1) >= 0 && 2 * x.scale() + GUARD < -digits) {
      // 1 - M_nu(x) is about x^2 log x at most.
      return new Apfloat(1, digits);
    }
    Apfloat order = order(digits + GUARD);
    Apfloat power = ApfloatMath.pow(x, order);
    Apfloat two = new Apfloat(2, digits + GUARD);
    Apfloat below = ApfloatMath.gamma(order).multiply(ApfloatMath.pow(two, order));
    return two.multiply(power).multiply(bessel(x, small)).divide(below).precision(digits);
  }

  private Apfloat order(long precision) {
    return new Apfloat(nu.numerator(), precision).divide(new Apfloat(nu.denominator(), precision));
  }

  private Apfloat bessel(Apfloat x, double size) {
    double order = nu.doubleValue();
    // On the edge of the strip the integral is that at x cos(a).
    double growth = size * (1 - Math.cos(STRIP)) - order * Math.log(Math.cos(STRIP));
    double step = 2 * Math.PI * STRIP / (digits * LN_10 + growth + SLACK);
    double peak = Math.log(1 + (order + 1) / Math.exp(logarithm(x))) + 1;
    long precision = digits + GUARD + 4;
    Apfloat h = new Apfloat(step, precision);
    Hyperbolic cosh = Hyperbolic.cosine(h, precision);
    Hyperbolic turned = Hyperbolic.cosine(h.multiply(order(precision)), precision);
    Apfloat two = new Apfloat(2, precision);
    Apfloat sum = ApfloatSeries.exp(x.negate(), precision).divide(two);
    for (int j = 1; ; j++) {
      Context.checkpoint();
      Apfloat exponent = x.multiply(cosh.next()).negate();
      Apfloat term = ApfloatSeries.exp(exponent, precision).multiply(turned.next());
      sum = sum.add(term);
      if (j * step > peak && term.scale() < sum.scale() - precision) {
        return sum.multiply(h);
      }
    }
  }

  /** log x for x that no double holds. */
  private static double logarithm(Apfloat x) {
    Apfloat mantissa = ApfloatMath.scale(x, -x.scale());
    return Math.log(mantissa.doubleValue()) + x.scale() * LN_10;
  }

  /** cosh(a), cosh(2a), cosh(3a), ... one after the other. */
  private static final class Hyperbolic {
    private final Apfloat twice;
    private final long precision;
    private Apfloat before;
    private Apfloat value;

    private Hyperbolic(Apfloat first, Apfloat one, Apfloat twice, long precision) {
      this.precision = precision;
      this.before = first;
      this.value = one;
      this.twice = twice;
    }

    static Hyperbolic cosine(Apfloat a, long precision) {
      Apfloat one = new Apfloat(1, precision);
      Apfloat e = ApfloatSeries.exp(a, precision);
      Apfloat sum = e.add(one.divide(e));
      return new Hyperbolic(sum.divide(new Apfloat(2, precision)), one, sum, precision);
    }

    /** The next one, by cosh((j+1) a) = 2 cosh(a) cosh(j a) - cosh((j-1) a). */
    Apfloat next() {
      Apfloat next = twice.multiply(value).subtract(before);
      // or a digit would go whenever a leading digit is lost
      next = next.precision(precision);
      before = value;
      value = next;
      return next;
    }
  }
}

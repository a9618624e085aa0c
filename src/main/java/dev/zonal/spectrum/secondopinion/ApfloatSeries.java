package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.function.LongUnaryOperator;
import org.apfloat.Apcomplex;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Exponential and sine of Apfloat numbers by Taylor's series after halving the argument: at less
 * than a hundred digits many times quicker than the general algorithms of the library.
 */
final class ApfloatSeries {
  private static final double SMALL = 1.0 / 64;
  private static final int GUARD = 8;

  private ApfloatSeries() {}

  /** The sine and cosine of a real angle. */
  record SineCosine(Apfloat sine, Apfloat cosine) {}

  /** e^x to so many significant digits. */
  static Apfloat exp(Apfloat x, long digits) {
    int halvings = halvings(x);
    long working = digits + GUARD + halvings / 2;
    Apfloat reduced = scaled(x, halvings, working);
    Apfloat term = new Apfloat(1, working);
    Apfloat sum = term;
    for (long n = 1; term.signum() != 0 && term.scale() > -working; n++) {
      Context.checkpoint();
      term = term.multiply(reduced).divide(new Apfloat(n, working));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      Context.checkpoint();
      sum = sum.multiply(sum);
    }
    return sum.precision(digits);
  }

  /**
   * sin x and cos x, 0 &lt;= x &lt;= 4, to an error of about 10^-digits; the sine relatively so.
   */
  static SineCosine sineCosine(Apfloat x, long digits) {
    int halvings = halvings(x);
    long working = digits + GUARD + halvings;
    Apfloat reduced = scaled(x, halvings, working);
    Apfloat sine = sine(reduced, -1, working);
    Apfloat one = new Apfloat(1, working);
    Apfloat cosine = ApfloatMath.sqrt(one.subtract(sine.multiply(sine)));
    for (int i = 0; i < halvings; i++) {
      Context.checkpoint();
      Apfloat twice = sine.add(sine).precision(working);
      Apfloat next = twice.multiply(cosine);
      cosine = one.subtract(twice.multiply(sine)).precision(working);
      sine = next.precision(working);
    }
    return new SineCosine(sine.precision(digits), cosine.precision(digits));
  }

  /** sinh x, or with {@code sign} -1 sin x, without cancellation where x is small. */
  static Apfloat sine(Apfloat x, int sign, long digits) {
    Apfloat square = x.multiply(x);
    Apfloat term = x;
    Apfloat sum = x;
    for (long n = 2; term.signum() != 0 && term.scale() > x.scale() - digits; n += 2) {
      Context.checkpoint();
      term = term.multiply(square).divide(new Apfloat(sign * n * (n + 1), digits));
      sum = sum.add(term);
    }
    return sum;
  }

  /** asin z/z = Sum_m C(2m,m)/(4^m (2m+1)) q^m as a function of q = z^2. */
  static <T extends Apcomplex> T arcSine(Arithmetic<T> over, T q, long digits) {
    return sum(over, over.of(1), q, digits, m -> 2 * m * (2 * m + 1));
  }

  /** S(r) as a function of q = r^2, docs/theory.md, Lemma 3.9. */
  static <T extends Apcomplex> T defect(Arithmetic<T> over, T q, long digits) {
    return sum(over, over.of(Rational.of(1, 3)), q, digits, m -> 8 * m * (2 * m + 3));
  }

  /** The series in q whose m-th coefficient is the one before times (2m-1)^2/below(m). */
  private static <T extends Apcomplex> T sum(
      Arithmetic<T> over, T first, T q, long digits, LongUnaryOperator below) {
    T term = first;
    T sum = first;
    for (long m = 1; term.scale() > -digits; m++) {
      Context.checkpoint();
      T above = over.multiply(over.multiply(term, q), over.of((2 * m - 1) * (2 * m - 1)));
      term = over.divide(above, over.of(below.applyAsLong(m)));
      sum = over.add(sum, term);
    }
    return sum;
  }

  private static int halvings(Apfloat x) {
    int halvings = 0;
    for (double size = Math.abs(x.doubleValue()); size > SMALL; size /= 2) {
      halvings++;
    }
    return halvings;
  }

  private static Apfloat scaled(Apfloat x, int halvings, long working) {
    return x.precision(working).divide(new Apfloat(1L << halvings, working));
  }
}

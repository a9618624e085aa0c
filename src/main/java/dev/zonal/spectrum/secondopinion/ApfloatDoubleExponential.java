package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import java.util.List;
import java.util.stream.IntStream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The trapezoidal rule after x = 1/(1 + exp(-pi sinh t)), the double-exponential rule, which does
 * not mind a logarithm at x = 0. A part of the second opinion: no error bound; the step is that of
 * functions analytic in the strip |Im t| &lt; a for the best a, their growth there taken from
 * points.
 *
 * @param rate c, where the kernel grows like exp(c |r|) at most, r = 2 sin(theta/2)
 */
record ApfloatDoubleExponential(int dimension, double rate) implements QuadratureRule {
  private static final double LN_10 = Math.log(10);
  private static final double SLACK = 12;
  private static final int GUARD = 10;
  private static final int STRIPS = 60;
  private static final int POINTS = 400;
  private static final int FEWEST_DIGITS = 12;

  @Override
  public int size(long k, int digits) {
    return (int)
        Math.min(Integer.MAX_VALUE - 8.0, 2 * Math.ceil(end(digits) / step(k, digits)) + 1);
  }

  /** Where theta^(d-1) is below the accuracy, as (pi - theta)^(d-1) is at the other end. */
  private double end(int digits) {
    double s = (digits * LN_10 + SLACK) / (Math.PI * (dimension - 1));
    return Math.log(s + Math.sqrt(s * s + 1));
  }

  private double step(long k, int digits) {
    double best = 0;
    for (int i = 1; i < STRIPS; i++) {
      double a = Math.PI / 2 * i / STRIPS;
      double decay = 2 * Math.PI * a;
      best = Math.max(best, decay / (digits * LN_10 + SLACK + growth(k, a, digits)));
    }
    return best;
  }

  /** About the logarithm of the largest |f P_k sin^(d-2)| on the line Im t = a. */
  private double growth(long k, double a, int digits) {
    double growth = 0;
    double end = end(digits);
    for (int i = 0; i <= POINTS; i++) {
      double t = end * (2.0 * i / POINTS - 1);
      // theta = pi/(1 + e^(-w)), w = pi sinh(t + ia)
      double real = Math.exp(-Math.PI * Math.sinh(t) * Math.cos(a));
      double turn = -Math.PI * Math.cosh(t) * Math.sin(a);
      double x = 1 + real * Math.cos(turn);
      double y = real * Math.sin(turn);
      double square = x * x + y * y;
      double re = Math.PI * x / square;
      double im = Math.PI * y / square;
      if (real < 1e100) {
        double chord = 2 * Math.hypot(Math.sin(re / 2), Math.sinh(im / 2));
        growth = Math.max(growth, (k + dimension) * Math.abs(im) + rate * chord);
      }
    }
    return growth;
  }

  @Override
  public List<Node> nodes(long k, int digits) {
    double step = step(k, digits);
    int last = (int) Math.ceil(end(digits) / step);
    long precision = (long) digits + GUARD;
    Apfloat h = new Apfloat(step, precision);
    return IntStream.rangeClosed(-last, last)
        .boxed()
        .parallel()
        .map(Context.current().carry((Integer j) -> node(h, j, precision)))
        .toList();
  }

  /** x and 1 - x, both to so many digits of their own. */
  private static Node node(Apfloat h, int j, long precision) {
    Apfloat one = new Apfloat(1, precision);
    Apfloat two = new Apfloat(2, precision);
    Apfloat e = ApfloatSeries.exp(h.multiply(new Apfloat(Math.abs(j), precision)), precision);
    Apfloat inverse = one.divide(e);
    Apfloat pi = ApfloatMath.pi(precision);
    Apfloat far = ApfloatSeries.exp(pi.multiply(inverse.subtract(e)).divide(two), precision);
    Apfloat near = one.divide(one.add(far));
    Apfloat small = far.multiply(near);
    Apfloat cosh = e.add(inverse).divide(two);
    Apfloat weight = h.multiply(pi).multiply(cosh).multiply(small).multiply(near);
    return new Node(j < 0 ? small : near, weight);
  }

  /** A kernel is at most 1 in modulus, so that a small weight has no use for all digits of it. */
  @Override
  public int digits(Apfloat weight, int digits) {
    return (int) Math.max(FEWEST_DIGITS, digits + Math.min(0, weight.scale()));
  }
}

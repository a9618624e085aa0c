package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apfloat.Apfloat;

/**
 * A Gauss-Legendre rule on [0, 1] in Apfloat numbers, by Halley's method on the Legendre polynomial
 * from double approximations of its zeros. Without error bounds: a part of the second opinion. Only
 * the number of nodes comes from theory, that of Gauss's rule for functions analytic in an ellipse.
 *
 * @param branches q, which makes a kernel that is a series in r^(1/q) analytic in x, theta = pi x^q
 * @param largestEllipse the parameter of the largest Bernstein ellipse about [0, 1] to rely on
 * @param logBound about the logarithm of the largest |f| on the ellipse of a parameter
 */
record ApfloatGaussLegendre(
    int dimension, int branches, double largestEllipse, DoubleUnaryOperator logBound)
    implements QuadratureRule {
  private static final double LN_10 = Math.log(10);
  private static final double SLACK = 12;
  private static final int GUARD = 6;

  @Override
  public int size(long k, int digits) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= 200; i++) {
      double rho = Math.exp(Math.log(largestEllipse) * i / 200);
      double growth =
          (k + dimension) * height(rho, branches)
              + digits * LN_10
              + logBound.applyAsDouble(rho)
              + SLACK;
      best = Math.min(best, growth / (2 * Math.log(rho)));
    }
    return (int) Math.min(Integer.MAX_VALUE - 8.0, Math.max(8, Math.ceil(best)));
  }

  /** The largest |Im theta| on the ellipse. */
  static double height(double rho, int branches) {
    double major = (rho + 1 / rho) / 4;
    double minor = (rho - 1 / rho) / 4;
    double highest = 0;
    for (int i = 0; i <= 64; i++) {
      double phi = Math.PI * i / 64;
      double x = 0.5 + major * Math.cos(phi);
      double y = minor * Math.sin(phi);
      double modulus = Math.pow(Math.hypot(x, y), branches);
      highest = Math.max(highest, Math.abs(modulus * Math.sin(branches * Math.atan2(y, x))));
    }
    return Math.PI * highest;
  }

  @Override
  public List<Node> nodes(long k, int digits) {
    return rule(size(k, digits), digits);
  }

  /** The rule with n nodes, n at least 2, to so many digits. */
  static List<Node> rule(int n, int digits) {
    long precision = digits + GUARD + (long) Math.ceil(Math.log10(n));
    GegenbauerRecurrence legendre = new GegenbauerRecurrence(3, n, precision);
    int half = (n + 1) / 2;
    List<Node> upper =
        IntStream.range(0, half)
            .parallel()
            .boxed()
            .map(Context.current().carry(i -> node(n, i, precision, legendre)))
            .toList();
    return IntStream.range(0, n)
        .mapToObj(i -> i < half ? upper.get(i) : mirrored(upper.get(n - 1 - i), precision))
        .toList();
  }

  private static Node mirrored(Node node, long precision) {
    return new Node(new Apfloat(1, precision).subtract(node.at()), node.weight());
  }

  private static Node node(int n, int i, long precision, GegenbauerRecurrence legendre) {
    Apfloat one = new Apfloat(1, precision);
    Apfloat two = new Apfloat(2, precision);
    Apfloat four = new Apfloat(4, precision);
    Apfloat degree = new Apfloat(n, precision);
    Apfloat eigenvalue = degree.multiply(new Apfloat(n + 1L, precision));
    Apfloat x = new Apfloat(start(n, i), precision);
    while (true) {
      Apfloat before = one;
      Apfloat value = x;
      for (int j = 1; j < n; j++) {
        Context.checkpoint();
        Apfloat next = legendre.next(j, x, value, before);
        before = value;
        value = next;
      }
      // P_n' = n (P_(n-1) - x P_n)/(1 - x^2), and the next derivatives from Legendre's equation
      Apfloat size = one.subtract(x.multiply(x));
      Apfloat d1 = before.subtract(x.multiply(value)).multiply(degree).divide(size);
      Apfloat d2 = two.multiply(x.multiply(d1)).subtract(eigenvalue.multiply(value)).divide(size);
      Apfloat d3 =
          four.multiply(x.multiply(d2))
              .subtract(eigenvalue.subtract(two).multiply(d1))
              .divide(size);
      Apfloat newton = value.divide(d1);
      Apfloat bend = newton.multiply(d2).divide(two.multiply(d1));
      Apfloat step = newton.multiply(one.add(bend)).negate().precision(precision);
      x = x.add(step).precision(precision);
      double relative = Math.abs(step.doubleValue()) * n * (double) n;
      if (relative == 0 || 3 * Math.log10(relative) < -precision) {
        Apfloat slope = d1.add(step.multiply(d2)).add(step.multiply(step).multiply(d3).divide(two));
        Apfloat weight = one.divide(one.subtract(x.multiply(x)).multiply(slope).multiply(slope));
        return new Node(x.add(one).divide(two), weight);
      }
    }
  }

  /** The i-th largest zero, in doubles. */
  private static double start(int n, int i) {
    double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
    for (int round = 0; round < 4; round++) {
      double before = 1;
      double value = x;
      for (int j = 1; j < n; j++) {
        double next = ((2.0 * j + 1) * x * value - j * before) / (j + 1);
        before = value;
        value = next;
      }
      x -= value * (1 - x * x) / (n * (before - x * value));
    }
    return n % 2 == 1 && i == n / 2 ? 0 : x;
  }
}

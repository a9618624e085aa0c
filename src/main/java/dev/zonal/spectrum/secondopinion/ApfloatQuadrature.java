package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Eigenvalues by the Funk-Hecke formula in Apfloat numbers: Gauss-Legendre quadrature of
 *
 * <pre>
 *   eta_k = c_d Int f(cos theta) P_k(cos theta) sin^(d-2) theta dtheta,   theta = pi x^q,
 * </pre>
 *
 * <p>where q makes a kernel that is a series in r^(1/q) analytic in x. All frequencies share the
 * nodes. A part of the second opinion: there is no error bound, and only the number of nodes comes
 * from theory, that of Gauss's rule for functions analytic in an ellipse.
 *
 * @param branches q
 * @param largestEllipse the parameter of the largest Bernstein ellipse about [0, 1] to rely on
 * @param logBound about the logarithm of the largest |f| on the ellipse of a parameter
 */
record ApfloatQuadrature(
    Kernel kernel,
    int dimension,
    int branches,
    double largestEllipse,
    DoubleUnaryOperator logBound) {
  private static final double LN_10 = Math.log(10);
  private static final double SLACK = 12;

  /** The number of nodes that frequencies up to k need. */
  int nodes(long k, int digits) {
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

  /** The eigenvalues at the given frequencies, in arithmetic of so many digits. */
  Map<Long, ApfloatEstimate> evaluate(SortedSet<Long> frequencies, int digits) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(digits);
    int last = Math.toIntExact(frequencies.last());
    List<ApfloatGaussLegendre.Node> rule = ApfloatGaussLegendre.rule(nodes(last, digits), digits);
    GegenbauerRecurrence recurrence =
        new GegenbauerRecurrence(dimension, last, over.pi().precision());
    long[] wanted = frequencies.stream().mapToLong(Long::longValue).toArray();
    List<Apfloat[]> parts =
        rule.stream()
            .parallel()
            .map(
                Context.current()
                    .carry(
                        (ApfloatGaussLegendre.Node node) -> part(over, node, recurrence, wanted)))
            .toList();
    Map<Long, ApfloatEstimate> result = new TreeMap<>();
    Apfloat constant = new Sphere(dimension).measureConstant().in(over);
    Apfloat unit = ApfloatMath.scale(over.of(1), -digits);
    for (int i = 0; i < wanted.length; i++) {
      Apfloat sum = over.of(0);
      Apfloat size = over.of(0);
      for (Apfloat[] part : parts) {
        sum = sum.add(part[i]);
        size = size.add(ApfloatMath.abs(part[i]));
      }
      result.put(
          wanted[i],
          new ApfloatEstimate(constant.multiply(sum), constant.multiply(size).multiply(unit)));
    }
    return result;
  }

  /** The contributions of one node to each frequency. */
  private Apfloat[] part(
      ApfloatArithmetic over,
      ApfloatGaussLegendre.Node node,
      GegenbauerRecurrence recurrence,
      long[] wanted) {
    Apfloat x = node.at();
    Apfloat theta = over.multiply(over.pi(), over.power(x, branches));
    ApfloatSeries.SineCosine half =
        ApfloatSeries.sineCosine(theta.divide(over.of(2)), over.pi().precision());
    ChordAngle<Apfloat> angle = ChordAngle.of(over, theta, half.sine(), half.cosine());
    Apfloat weight =
        node.weight()
            .multiply(over.pi())
            .multiply(over.of(branches))
            .multiply(over.power(x, branches - 1L))
            .multiply(kernel.evaluate(over, angle));
    if (dimension > 2) {
      Apfloat sine = over.of(2).multiply(half.sine()).multiply(half.cosine());
      weight = weight.multiply(over.power(sine, dimension - 2L));
    }
    Apfloat cosine = angle.cosine().precision(over.pi().precision());
    return values(recurrence, over.of(1), cosine, weight, wanted);
  }

  /** weight P_k(u) for the wanted k, ascending. */
  private static Apfloat[] values(
      GegenbauerRecurrence recurrence, Apfloat one, Apfloat u, Apfloat weight, long[] wanted) {
    Apfloat[] result = new Apfloat[wanted.length];
    Apfloat before = one;
    Apfloat value = one;
    int found = 0;
    for (int k = 0; found < wanted.length; k++) {
      if (k == 1) {
        value = u;
      } else if (k > 1) {
        Apfloat next = recurrence.next(k - 1, u, value, before);
        before = value;
        value = next;
      }
      if (wanted[found] == k) {
        result[found++] = value.multiply(weight);
      }
    }
    return result;
  }
}

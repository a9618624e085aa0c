package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Eigenvalues by the Funk-Hecke formula in Apfloat numbers: quadrature of
 *
 * <pre>
 *   eta_k = c_d Int f(cos theta) P_k(cos theta) sin^(d-2) theta dtheta,   theta = pi x^q,
 * </pre>
 *
 * <p>where the rule says what q is. All frequencies share the nodes. A part of the second opinion:
 * there is no error bound.
 */
record ApfloatQuadrature(Kernel kernel, int dimension, QuadratureRule rule) {
  /** The eigenvalues at the given frequencies, in arithmetic of so many digits. */
  Map<Long, ApfloatEstimate> evaluate(SortedSet<Long> frequencies, int digits) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(digits);
    int last = Math.toIntExact(frequencies.last());
    List<QuadratureRule.Node> nodes = rule.nodes(last, digits);
    GegenbauerRecurrence recurrence =
        new GegenbauerRecurrence(dimension, last, over.pi().precision());
    long[] wanted = frequencies.stream().mapToLong(Long::longValue).toArray();
    List<Apfloat[]> parts =
        nodes.stream()
            .parallel()
            .map(
                Context.current()
                    .carry(
                        (QuadratureRule.Node node) -> part(over, node, recurrence, wanted, digits)))
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
      QuadratureRule.Node node,
      GegenbauerRecurrence recurrence,
      long[] wanted,
      int digits) {
    int branches = rule.branches();
    Apfloat x = node.at();
    Apfloat theta = over.multiply(over.pi(), over.power(x, branches));
    ApfloatSeries.SineCosine half =
        ApfloatSeries.sineCosine(theta.divide(over.of(2)), over.pi().precision());
    ChordAngle<Apfloat> angle = ChordAngle.of(over, theta, half.sine(), half.cosine());
    Apfloat weight =
        node.weight()
            .multiply(over.pi())
            .multiply(over.of(branches))
            .multiply(over.power(x, branches - 1L));
    if (dimension > 2) {
      Apfloat sine = over.of(2).multiply(half.sine()).multiply(half.cosine());
      weight = weight.multiply(over.power(sine, dimension - 2L));
    }
    ApfloatArithmetic enough = ApfloatArithmetic.ofDigits(rule.digits(weight, digits));
    weight = weight.multiply(kernel.evaluate(enough, angle));
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

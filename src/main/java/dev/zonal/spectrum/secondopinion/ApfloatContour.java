package dev.zonal.spectrum.secondopinion;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apfloat.Apcomplex;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Eigenvalues of large frequencies by numerical integration along the contour of docs/theory.md,
 * Lemma 11.3, in Apfloat numbers: the two vertical sides, up to a height where the weight is below
 * the accuracy asked for and the top segment does not count,
 *
 * <pre>
 *   eta_k = -c_d Int Im F(iy) W_k(iy) dy - (-1)^k c_d Int Im H(iy) W_k(iy) dy.
 * </pre>
 *
 * <p>The integrals are taken by the trapezoidal rule after y = exp(x - exp(-x))/k, the
 * double-exponential rule for a decaying exponential, which does not mind the logarithm or power at
 * y = 0. A part of the second opinion: no expansion of the kernel, no closed form of an eigenvalue
 * and no ball enters, and there is no error bound.
 */
record ApfloatContour(Kernel kernel, int dimension) {
  private static final double LN_10 = Math.log(10);

  /** Half the width of the strip in which the transformed integrand is tame. */
  private static final double STRIP = 1.1;

  private static final double SLACK = 12;

  /** ky at the upper end of the sides. */
  static double reach(int digits) {
    return digits * LN_10 + SLACK;
  }

  /** A node z = ky of the half line with the weight of dz. */
  private record Node(Apfloat z, Apfloat weight) {}

  /**
   * The eigenvalues at neighbouring frequencies, which share the values of the kernel, in
   * arithmetic of so many digits.
   */
  Map<Long, ApfloatEstimate> evaluate(SortedSet<Long> frequencies, int digits) {
    ApfloatArithmetic real = ApfloatArithmetic.ofDigits(digits);
    ApcomplexArithmetic complex = ApcomplexArithmetic.ofDigits(digits);
    Apfloat base = real.of(frequencies.first());
    List<Node> nodes = nodes(real, digits);
    List<Apcomplex[]> values =
        nodes.stream()
            .parallel()
            .map(
                Context.current()
                    .carry((Node node) -> values(real, complex, node.z().divide(base))))
            .toList();
    Map<Long, ApfloatEstimate> result = new TreeMap<>();
    for (long k : frequencies) {
      result.put(k, sum(real, k, base, nodes, values, digits));
    }
    return result;
  }

  private ApfloatEstimate sum(
      ApfloatArithmetic real,
      long k,
      Apfloat base,
      List<Node> nodes,
      List<Apcomplex[]> values,
      int digits) {
    double largest = reach(digits) * k / base.doubleValue();
    ContourWeight weight = new ContourWeight(dimension, k, digits, largest);
    Apfloat sum = real.of(0);
    Apfloat size = real.of(0);
    for (int i = 0; i < nodes.size(); i++) {
      Context.checkpoint();
      Apfloat w =
          weight.at(nodes.get(i).z().divide(base)).multiply(nodes.get(i).weight()).divide(base);
      Apcomplex coincidence = values.get(i)[0];
      Apcomplex antipode = values.get(i)[1];
      Apfloat imaginary =
          k % 2 == 0
              ? coincidence.imag().add(antipode.imag())
              : coincidence.imag().subtract(antipode.imag());
      sum = sum.subtract(w.multiply(imaginary));
      size = size.add(w.multiply(modulus(coincidence).add(modulus(antipode))));
    }
    Apfloat constant = new Sphere(dimension).measureConstant().in(real);
    Apfloat unit = ApfloatMath.scale(real.of(1), -digits);
    return new ApfloatEstimate(constant.multiply(sum), constant.multiply(size).multiply(unit));
  }

  /** A bound of the modulus. */
  private static Apfloat modulus(Apcomplex z) {
    return ApfloatMath.abs(z.real()).add(ApfloatMath.abs(z.imag()));
  }

  /** F(iy) and H(iy) = F(pi - iy). */
  private Apcomplex[] values(ApfloatArithmetic real, ApcomplexArithmetic complex, Apfloat y) {
    Apfloat half = y.divide(real.of(2));
    Apfloat sinh =
        half.doubleValue() > 0.25
            ? ApfloatMath.sinh(half)
            : ApfloatSeries.sine(half, 1, real.pi().precision());
    Apcomplex cosh = ApfloatMath.sqrt(real.of(1).add(sinh.multiply(sinh)));
    Apcomplex turned = new Apcomplex(Apfloat.ZERO, sinh);
    Apcomplex theta = new Apcomplex(Apfloat.ZERO, y);
    Apcomplex opposite = new Apcomplex(real.pi(), y.negate());
    return new Apcomplex[] {
      kernel.evaluate(complex, ChordAngle.of(complex, theta, turned, cosh)),
      kernel.evaluate(complex, ChordAngle.of(complex, opposite, cosh, turned))
    };
  }

  private static List<Node> nodes(ApfloatArithmetic real, int digits) {
    double accuracy = digits * LN_10;
    double step = 2 * Math.PI * STRIP / accuracy;
    int first = (int) Math.floor(-Math.log(accuracy + SLACK) / step);
    int last = (int) Math.ceil(Math.log(reach(digits) + 4) / step);
    Apfloat h = new Apfloat(step, digits + 10L);
    return IntStream.rangeClosed(first, last)
        .boxed()
        .parallel()
        .map(Context.current().carry(j -> node(real, h, j)))
        .filter(node -> node.z().doubleValue() <= reach(digits))
        .toList();
  }

  private static Node node(ApfloatArithmetic real, Apfloat step, int j) {
    Apfloat x = step.multiply(real.of(j));
    long precision = real.pi().precision();
    Apfloat e = ApfloatSeries.exp(x.negate(), precision);
    Apfloat z = ApfloatSeries.exp(x.subtract(e), precision);
    // dz = z (1 + e^-x) dx
    return new Node(z, z.multiply(real.of(1).add(e)).multiply(step));
  }
}

package dev.zonal.lab.feature;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.region.CosineExpansion;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first terms of the tangent kernel of a ReLU network as a power series in u. Its coefficients
 * are not negative, so that the polynomial is a kernel below it, and it lacks most at u = 1
 * (docs/theory.md, Proposition 26.7).
 *
 * @param depth L, at least 1; the kernel is L + 1 at u = 1
 * @param degree of the polynomial
 */
public record KernelPolynomial(int depth, int degree) {
  private static final int GUARD_BITS = 64;
  private static final int DOUBLE_BITS = 53;

  /** The coefficients c_0, c_1, ..., enclosed. */
  private List<Ball> coefficients(BallArithmetic over) {
    Kernel kernel = new FullyConnectedTangentKernel(depth);
    CosineExpansion unit = CosineExpansion.of(kernel.normalForm(), over, degree + 1);
    Ball scale = kernel.paperScale(over);
    List<Ball> coefficients = new ArrayList<>();
    for (int n = 0; n <= degree; n++) {
      coefficients.add(over.multiply(scale, unit.coefficient(n)));
    }
    return coefficients;
  }

  /** The coefficients as doubles, each nearly the nearest one. */
  public double[] coefficients() {
    return coefficients(BallArithmetic.ofBits(DOUBLE_BITS + GUARD_BITS + 8 * degree)).stream()
        .mapToDouble(Ball::toDouble)
        .toArray();
  }

  /**
   * The sum of the coefficients that are left out, which is the largest error of the polynomial on
   * [-1, 1].
   *
   * @param digits significant decimal digits
   */
  public Certification<CertifiedValue> tail(int digits) {
    int first = BallArithmetic.bitsFor(digits) + GUARD_BITS;
    return Refinement.upTo(first, 64L * first)
        .doubling(
            bits -> {
              BallArithmetic over = BallArithmetic.ofBits(bits);
              Ball tail = over.of(depth + 1L);
              for (Ball coefficient : coefficients(over)) {
                tail = over.subtract(tail, coefficient);
              }
              Ball enclosure = tail;
              return tail.decimal(digits)
                  .map(x -> new CertifiedValue(x, enclosure, Optional.empty()))
                  .map(Certification::certified)
                  .orElse(Certification.refused("no precision tried decides its digits"));
            });
  }
}

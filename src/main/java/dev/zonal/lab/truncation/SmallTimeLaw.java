package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.hierarchy.HierarchyKernels;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.Tensor;
import dev.zonal.lab.truncation.Observation.Quantity;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * An error at small times of the hierarchy cut off at p, c t^q + O(t^(q+1)) (docs/theory.md,
 * Proposition 24.7).
 *
 * @param order p
 * @param quantity {@code ERROR_F} or {@code ERROR_K2}
 * @param power q: p, and p - 1 of the kernel
 * @param coefficient c, in the norm of that quantity; refused where it is not told from zero
 */
public record SmallTimeLaw(
    int order, Quantity quantity, int power, Certification<CertifiedValue> coefficient) {
  private static final int GUARD_BITS = 32;
  private static final int ATTEMPTS = 2;

  /** Products that are worth while for a coefficient, some ten seconds of them. */
  private static final double MOST_PRODUCTS = 1e7;

  /** Whether K_(p+1), which the law takes, is found in a matter of seconds. */
  public static boolean isAffordable(NetworkInstance network, int order) {
    double n = network.data().size();
    double products = n * network.network().parameters() * Math.pow(3 * n, order - 1);
    return products < MOST_PRODUCTS;
  }

  /**
   * Both laws at each order.
   *
   * @param digits significant, 1 to 10,000
   */
  public static List<SmallTimeLaw> of(NetworkInstance network, List<Integer> orders, int digits) {
    List<SmallTimeLaw> laws = new ArrayList<>();
    for (int order : orders) {
      List<Certification<CertifiedValue>> both =
          CertifiedBalls.of(
              digits,
              GUARD_BITS,
              ATTEMPTS,
              bits -> {
                Coefficients found = new Coefficients(network, BallArithmetic.ofBits(bits));
                return found.of(order);
              });
      laws.add(new SmallTimeLaw(order, Quantity.ERROR_F, order, both.get(0)));
      laws.add(new SmallTimeLaw(order, Quantity.ERROR_K2, order - 1, both.get(1)));
    }
    return laws;
  }

  /** Contractions of K_(p+1) with residuals. */
  private record Coefficients(NetworkInstance network, BallArithmetic over) {
    List<Certification<Ball>> of(int order) {
      HierarchyKernels<Ball> kernels = network.kernels(over);
      Tensor<Ball> first = kernels.ofOrder(1);
      List<Ball> residuals = new ArrayList<>();
      for (int b = 0; b < first.size(); b++) {
        residuals.add(over.subtract(first.at(b), network.data().target(over, b)));
      }
      Rational share = Rational.of(-1, first.size());
      List<Ball> entries = kernels.ofOrder(order + 1).entries();
      // -1/n and 1/i belong to the i-th contraction: (-1/n)^(p-1)/(p-1)! at K_2, and so on.
      for (int i = 1; i < order; i++) {
        entries = contracted(entries, residuals, share.divide(i));
      }
      Certification<Ball> values = norm(contracted(entries, residuals, share.divide(order)));
      return List.of(values, norm(entries));
    }

    /** The last index summed with the residuals. */
    private List<Ball> contracted(List<Ball> entries, List<Ball> residuals, Rational factor) {
      int n = residuals.size();
      List<Ball> sums = new ArrayList<>();
      for (int i = 0; i < entries.size(); i += n) {
        Ball sum = over.of(0);
        for (int b = 0; b < n; b++) {
          sum = over.add(sum, over.multiply(entries.get(i + b), residuals.get(b)));
        }
        sums.add(over.scale(sum, factor));
      }
      return sums;
    }

    private Certification<Ball> norm(List<Ball> entries) {
      return Certification.of(
          () -> over.sqrt(entries.stream().map(over::square).reduce(over.of(0), over::add)));
    }
  }
}

package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.hierarchy.HierarchyKernels;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.Tensor;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a kernel K_r of a network.
 *
 * @param order r; K_1 is f
 * @param indices as many as the order
 */
public record KernelEntry(int order, Indices indices, Certification<CertifiedValue> value) {
  /** Products and sums lose little. */
  private static final int GUARD_BITS = 32;

  /** Zeros are not certified, however often they are tried. */
  private static final int ATTEMPTS = 3;

  /**
   * Every entry once: kernels are symmetric in their first two arguments.
   *
   * @param orders each at least 1
   * @param digits significant, 1 to 10,000
   */
  public static List<KernelEntry> of(NetworkInstance network, List<Integer> orders, int digits) {
    int n = network.data().size();
    List<KernelEntry> entries = new ArrayList<>();
    for (int order : orders) {
      List<Indices> places = places(n, order);
      List<Certification<CertifiedValue>> values =
          CertifiedBalls.of(
              digits,
              GUARD_BITS,
              ATTEMPTS,
              bits -> {
                BallArithmetic over = BallArithmetic.ofBits(bits);
                HierarchyKernels<Ball> kernels = network.kernels(over);
                Tensor<Ball> kernel = kernels.ofOrder(order);
                return places.stream()
                    .map(place -> Certification.certified(at(kernel, place)))
                    .toList();
              });
      for (int i = 0; i < places.size(); i++) {
        entries.add(new KernelEntry(order, places.get(i), values.get(i)));
      }
    }
    return entries;
  }

  private static Ball at(Tensor<Ball> kernel, Indices place) {
    return kernel.at(place.each().stream().mapToInt(i -> i - 1).toArray());
  }

  /** The index lists, the last the fastest, the first not above the second. */
  private static List<Indices> places(int n, int order) {
    List<List<Integer>> places = List.of(List.of());
    for (int i = 0; i < order; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> place : places) {
        for (int index = i == 1 ? place.get(0) : 1; index <= n; index++) {
          List<Integer> next = new ArrayList<>(place);
          next.add(index);
          longer.add(List.copyOf(next));
        }
      }
      places = longer;
    }
    return places.stream().map(Indices::new).toList();
  }
}

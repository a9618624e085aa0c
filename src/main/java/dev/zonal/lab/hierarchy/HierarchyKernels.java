package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernels of the hierarchy: K_1 = f, and K_(r+1)(a_1..a_r, b) the derivative of K_r(a_1..a_r)
 * along the gradient of f(x_b); K_2 is the tangent kernel. By nilpotent directions (docs/theory.md,
 * Lemma 24.5): the parameters are shifted along the gradients of the last arguments, the last one
 * first, and K_2 of the first two is read off.
 *
 * @param inputs x_1 to x_n
 * @param <T> the numbers
 */
public record HierarchyKernels<T>(
    Architecture network, Arithmetic<T> over, List<T> parameters, List<List<T>> inputs) {
  /** K_r between all inputs, r at least 1. */
  public Tensor<T> ofOrder(int r) {
    if (r == 1) {
      List<T> values = inputs.stream().map(x -> network.value(over, parameters, x)).toList();
      return new Tensor<>(inputs.size(), 1, values);
    }
    int directions = r - 2;
    JetArithmetic<T> jets = new JetArithmetic<>(over, directions);
    int n = inputs.size();
    int tails = (int) Math.round(Math.pow(n, directions));
    List<List<T>> byTail = new ArrayList<>();
    Shifts shifts = new Shifts(jets, byTail, tails);
    shifts.descend(parameters.stream().map(jets::constant).toList(), 0);
    List<T> entries = new ArrayList<>();
    for (int pair = 0; pair < n * n; pair++) {
      for (int tail = 0; tail < tails; tail++) {
        entries.add(byTail.get(reversed(tail, directions)).get(pair));
      }
    }
    return new Tensor<>(n, r, entries);
  }

  /** The tails are made with their last index the slowest. */
  private int reversed(int tail, int directions) {
    int n = inputs.size();
    int result = 0;
    int rest = tail;
    for (int i = 0; i < directions; i++) {
      result = result * n + rest % n;
      rest /= n;
    }
    return result;
  }

  private final class Shifts {
    private final JetArithmetic<T> jets;
    private final List<List<T>> byTail;
    private final int tails;
    private final List<List<Jet<T>>> points;

    Shifts(JetArithmetic<T> jets, List<List<T>> byTail, int tails) {
      this.jets = jets;
      this.byTail = byTail;
      this.tails = tails;
      this.points = inputs.stream().map(x -> x.stream().map(jets::constant).toList()).toList();
    }

    void descend(List<Jet<T>> theta, int shifted) {
      Context.checkpoint();
      List<List<Jet<T>>> gradients =
          points.stream().map(x -> network.gradient(jets, theta, x).gradient()).toList();
      if (shifted == jets.directions()) {
        byTail.add(tangentKernel(gradients));
        if (tails > 1) {
          Context.current().heard(byTail.size(), tails);
        }
        return;
      }
      for (List<Jet<T>> gradient : gradients) {
        List<Jet<T>> next = new ArrayList<>();
        for (int i = 0; i < theta.size(); i++) {
          next.add(jets.add(theta.get(i), jets.times(gradient.get(i), shifted)));
        }
        descend(next, shifted + 1);
      }
    }

    /** The coefficients of e_1 ... e_s in the inner products of gradients. */
    private List<T> tangentKernel(List<List<Jet<T>>> gradients) {
      int all = (1 << jets.directions()) - 1;
      List<T> kernel = new ArrayList<>();
      for (List<Jet<T>> a : gradients) {
        for (List<Jet<T>> b : gradients) {
          Jet<T> product = jets.multiply(a.get(0), b.get(0));
          for (int i = 1; i < a.size(); i++) {
            product = jets.add(product, jets.multiply(a.get(i), b.get(i)));
          }
          kernel.add(jets.part(product, all));
        }
      }
      return kernel;
    }
  }
}

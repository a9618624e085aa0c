package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the squares of the steps weigh in the tangent kernel of a sequence with itself, the last
 * output being read and the units homogeneous of degree 1: by the age j of the step, from 0 for the
 * last, with q = sw2 E phi(X)^2 for a standard normal X,
 *
 * <pre>
 *   w_j = C(j+L-1, L-1) (j+L+1) q^j.
 * </pre>
 *
 * <p>(docs/theory.md, Theorem 20.5).
 *
 * @param layers L, from 1
 * @param growth q, not negative
 */
public record AgeWeights(int layers, Rational growth) {
  /**
   * Those of a network.
   *
   * @throws KernelSpecificationException if its units are not homogeneous of degree 1
   */
  public static AgeWeights of(RecurrentNetwork network) {
    return new AgeWeights(
        network.layers(), network.recurrent().multiply(degreeOne(network.activation()).value()));
  }

  /** The activation, if phi(a x) = a phi(x) for a &gt; 0. */
  static HomogeneousActivation degreeOne(Activation activation) {
    if (activation instanceof HomogeneousActivation homogeneous && homogeneous.degree() == 1) {
      return homogeneous;
    }
    throw new KernelSpecificationException(
        "act="
            + activation
            + ": the kernel of a sequence with itself is a sum over its steps for relu, leaky, abs"
            + " and linear only");
  }

  /**
   * w_j.
   *
   * @param age j, from 0
   */
  public Rational at(int age) {
    Rational paths = Rational.ONE;
    for (int i = 1; i < layers; i++) {
      paths = paths.multiply((long) age + i).divide(i);
    }
    return paths.multiply((long) age + layers + 1).multiply(growth.pow(age));
  }

  /**
   * The part of the sum that each step weighs, in the order of time.
   *
   * @param length T, from 1
   */
  public List<Rational> shares(int length) {
    List<Rational> weights = new ArrayList<>();
    Rational sum = Rational.ZERO;
    for (int t = 1; t <= length; t++) {
      weights.add(at(length - t));
      sum = sum.add(weights.get(t - 1));
    }
    Rational all = sum;
    return weights.stream().map(w -> w.divide(all)).toList();
  }

  /**
   * The smallest age among those that weigh most, in a sequence of so many steps.
   *
   * @param length T, from 1
   */
  public int heaviest(int length) {
    int best = 0;
    Rational most = at(0);
    for (int age = 1; age < length; age++) {
      Rational weight = at(age);
      if (weight.compareTo(most) > 0) {
        most = weight;
        best = age;
      }
    }
    return best;
  }
}
